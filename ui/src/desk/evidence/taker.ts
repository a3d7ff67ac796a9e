import { useEffect, useRef } from "react";
import { useClient } from "../../bridge/queries";

type Taker = (token: string) => void;

// Who takes files that are dropped: the innermost place first, so a dialog before its screen.
const takers: Taker[] = [];

// Files that were dropped where no place takes any, until one comes.
let stray: string | null = null;

/** Takes the files that are dropped on the window while the component is there. */
export function useDropped(take: Taker): void {
  const client = useClient();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const taker = (token: string) => latest.current(token);
    takers.push(taker);
    const stop = client.listen("dropped", ({ token }) => {
      if (takers.at(-1) === taker) taker(token);
    });
    if (stray !== null) {
      const token = stray;
      stray = null;
      taker(token);
    }
    return () => {
      stop();
      takers.splice(takers.indexOf(taker), 1);
    };
  }, [client]);
}

/** Keeps files that are dropped where nobody takes any, and goes where somebody does. */
export function useStrayFiles(go: () => void): void {
  const client = useClient();
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(
    () =>
      client.listen("dropped", ({ token }) => {
        if (takers.length > 0) return;
        stray = token;
        latest.current();
      }),
    [client],
  );
}
