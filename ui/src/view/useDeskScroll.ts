import { useLayoutEffect, useRef } from "react";
import { useRemembered } from "../kit/remembered";

/** Where a control stands in full. */
export const SHEET = "control-sheet";

/** Scrolls the sheet to where it was left when one comes back to the same control, and to its
 * beginning for another one. */
export function useDeskScroll(name: string, control: string) {
  const [left, leave] = useRemembered<{ control: string; top: number } | null>(name, null);
  const back = useRef(left);
  const now = useRef(control);
  useLayoutEffect(() => {
    now.current = control;
    const was = back.current;
    back.current = null;
    document.getElementById(SHEET)?.scrollTo({ top: was?.control === control ? was.top : 0 });
  }, [control]);
  useLayoutEffect(
    () => () => leave({ control: now.current, top: document.getElementById(SHEET)?.scrollTop ?? 0 }),
    [leave],
  );
}
