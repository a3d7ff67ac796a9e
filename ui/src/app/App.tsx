import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useAsk, useClient } from "../bridge/queries";
import { FaultNote } from "../desk/FaultNote";
import { Loading } from "../kit/State";
import { WelcomeView, type Arrival } from "../view/WelcomeView";
import { Closing } from "./Closing";
import { Settled } from "./Settled";
import styles from "./App.module.css";

// What an open vault needs is read once the first view stands, before anybody asks for it.
const fetchOpenVault = () => import("./OpenVault").then(({ OpenVault }) => ({ default: OpenVault }));
const OpenVault = lazy(fetchOpenVault);

/** The program: the welcome until a vault is open, then the place where somebody is. */
export function App() {
  return (
    <>
      <First />
      <Closing />
      <Settled />
    </>
  );
}

function First() {
  const client = useClient();
  const status = useAsk("status", {}, { fresh: Infinity });
  const look = useAsk("settings", {}, { fresh: Infinity });
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const arrive = (next: Arrival | null) => {
    setArrival(next);
    setWasOpen(true);
  };
  const said = useRef(false);
  const settled = !status.isPending && !look.isPending;

  useEffect(() => {
    if (!settled || said.current) return;
    said.current = true;
    void client.call("ready", {}).catch(() => undefined);
    void fetchOpenVault();
  }, [client, settled]);

  if (status.isError) {
    return (
      <main className={styles.centre}>
        <FaultNote fault={status.error} onRetry={() => void status.refetch()} />
      </main>
    );
  }
  // Nothing is shown in a look that is not the one that was chosen.
  if (status.isPending || look.isPending) return <Loading />;
  const { state, vault } = status.data;
  if (state !== "unlocked" || !vault) {
    return <WelcomeView status={status.data} isFresh={!wasOpen} onArrive={arrive} />;
  }
  return (
    <Suspense fallback={<Loading />}>
      <OpenVault vault={vault} arrival={arrival} onArrived={() => setArrival(null)} />
    </Suspense>
  );
}
