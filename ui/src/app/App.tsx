import { useEffect, useMemo, useRef, useState } from "react";
import type { VaultView } from "../bridge/generated/wire";
import { useAsk, useClient } from "../bridge/queries";
import { FaultNote } from "../desk/FaultNote";
import { Remembered } from "../kit/remembered";
import { Loading } from "../kit/State";
import { WidthsProvider } from "../kit/widths";
import { Boundary } from "../view/Boundary";
import { PlaceProvider, type Place } from "../view/place";
import { Screen } from "../view/Screen";
import { WelcomeView } from "../view/WelcomeView";
import { Closing } from "./Closing";
import { Settled } from "./Settled";
import { useKeptWidths } from "./useKeptWidths";
import { Frame } from "./Frame";
import styles from "./App.module.css";

/** A name that changes when another screen comes, and not while one moves within it. */
function screenOf(place: Place): string {
  return place.at === "assessment" ? place.assessment : place.at;
}

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
        <OpenVault vault={vault} />
      ) : (
        <WelcomeView status={status.data} />
      )}
      <Closing />
      <Settled />
    </>
  );
}

/** An open vault begins at its library, and so does the next one. */
function OpenVault({ vault }: { vault: VaultView }) {
  const [place, setPlace] = useState<Place>({ at: "library" });
  const screen = screenOf(place);
  // A new screen takes the focus, so that the next key works in it and a reader begins there.
  useEffect(() => {
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [screen]);
  const steps = useMemo(() => ({ place, go: setPlace }), [place]);
  const widths = useKeptWidths();
  return (
    <PlaceProvider value={steps}>
      <WidthsProvider value={widths}>
        <Frame vault={vault}>
          <Remembered>
            <Boundary key={screen} onLeave={() => setPlace({ at: "library" })}>
              <Screen place={place} />
            </Boundary>
          </Remembered>
        </Frame>
      </WidthsProvider>
    </PlaceProvider>
  );
}
