import { useEffect, useRef } from "react";
import { hearKeys, keyName } from "./keys";

/** What keys do, by name: a letter or digit alone, or with `ctrl+` before it. */
type KeyMap = Record<string, (event: KeyboardEvent) => void>;

/** Listens to keys of the whole window that are no action of their own, while no dialog is open. What a person may want
 * to find is an action: see `useActions`. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(
    () =>
      hearKeys((key, where, event) => {
        if (where === "dialog") return false;
        const name = Object.keys(latest.current).find((written) => keyName(written) === key);
        if (name === undefined) return false;
        latest.current[name]?.(event);
        return true;
      }),
    [],
  );
}
