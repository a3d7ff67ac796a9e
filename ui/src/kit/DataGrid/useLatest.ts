import { useCallback, useLayoutEffect, useRef } from "react";

/** Returns one function for all time that does what the last rendering's does. */
export function useLatest<A extends unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
