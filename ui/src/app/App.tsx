import { lazy, Suspense, useEffect, useRef } from "react";
import { useAsk, useClient } from "../bridge/queries";
import { FaultNote } from "../desk/FaultNote";
import { Loading } from "../kit/State";
import { WelcomeView } from "../view/WelcomeView";
import { Closing } from "./Closing";
import { Settled } from "./Settled";
import styles from "./App.module.css";

// What an open vault needs is read once the first view stands, before anybody asks for it.
const fetchOpenVault = () => import("./OpenVault").then(({ OpenVault }) => ({ default: OpenVault }));
const OpenVault = lazy(fetchOpenVault);

/** The program: the welcome until a vault is open, then the place where somebody is. */
export function App() {
  const client = useClient();
  const status = useAsk("status", {}, { fresh: Infinity });
  const said = useRef(false);
  const settled = status.isSuccess || status.isError;

  useEffect(() => {
    if (!settled || said.current) return;
    said.current = true;
    void client.call("ready", {}).catch(() => undefined);
    void fetchOpenVault();
  }, [client, settled]);

  const open = status.data?.state === "unlocked";
  const vault = status.data?.vault;
  if (status.isError) {
    return (
      <main className={styles.centre}>
        <FaultNote fault={status.error} onRetry={() => void status.refetch()} />
      </main>
    );
  }
  if (!status.data) return <Loading />;
  return (
    <>
      {open && vault ? (
        <Suspense fallback={<Loading />}>
          <OpenVault vault={vault} />
        </Suspense>
      ) : (
        <WelcomeView status={status.data} />
      )}
      <Closing />
      <Settled />
    </>
  );
}
