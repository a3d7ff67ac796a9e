import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useAnnounce } from "../../kit/Announcer";
import { words } from "../../words/en";

const w = words.vault;

/** How often the time is looked at, in milliseconds. */
const LOOK = 250;

/** Counts down to a moment and returns the seconds that are left. A reader hears how long it is
 * at first, then every ten seconds, and when it is over. */
export function useWait(until: number): number {
  const announce = useAnnounce();
  const left = useCallback(() => Math.max(0, Math.ceil((until - Date.now()) / 1000)), [until]);
  const hear = useCallback(
    (changed: () => void) => {
      if (left() === 0) return () => undefined;
      const timer = setInterval(changed, LOOK);
      return () => clearInterval(timer);
    },
    [left],
  );
  const seconds = useSyncExternalStore(hear, left);
  const before = useRef(0);
  useEffect(() => {
    const began = seconds > before.current;
    if (began || (seconds > 0 && seconds % 10 === 0)) announce(w.wait(seconds));
    else if (seconds === 0 && before.current > 0) announce(w.waited);
    before.current = seconds;
  }, [announce, seconds]);
  return seconds;
}
