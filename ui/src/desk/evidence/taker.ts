import { useEffect, useRef } from "react";
import { useClient } from "../../bridge/queries";

// The innermost place that takes files: a dialog before the screen below it.
const places: { take: (token: string) => void }[] = [];

/** Takes the files that are dropped on the window while the component is there; where several
 * could, the one that came last does. */
export function useDropped(take: (token: string) => void): void {
  const client = useClient();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const place = { take: (token: string) => latest.current(token) };
    places.push(place);
    const stop = client.listen("dropped", ({ token }) => {
      if (places.at(-1) === place) place.take(token);
    });
    return () => {
      stop();
      places.splice(places.indexOf(place), 1);
    };
  }, [client]);
}
