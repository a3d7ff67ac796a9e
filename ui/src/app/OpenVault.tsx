import { useEffect, useMemo, useState } from "react";
import type { VaultView } from "../bridge/generated/wire";
import { Remembered } from "../kit/remembered";
import { WidthsProvider } from "../kit/widths";
import { Boundary } from "../view/Boundary";
import { PlaceProvider, type Place } from "../view/place";
import { Screen } from "../view/Screen";
import type { Arrival } from "../view/WelcomeView";
import { ArrivalDialog } from "./ArrivalDialog";
import { Frame } from "./Frame";
import { useKeptWidths } from "./useKeptWidths";

/** A name that changes when another screen comes, and not while one moves within it. */
function screenOf(place: Place): string {
  return place.at === "assessment" ? place.assessment : place.at;
}

type Props = { vault: VaultView; arrival: Arrival | null; onArrived: () => void };

/** An open vault begins at its library, and so does the next one. */
export function OpenVault({ vault, arrival, onArrived }: Props) {
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
          <ArrivalDialog arrival={arrival} onDone={onArrived} />
        </Frame>
      </WidthsProvider>
    </PlaceProvider>
  );
}
