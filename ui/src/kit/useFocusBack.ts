import { useEffect, type RefObject } from "react";

/** Once a dialog has closed, puts the focus into a list when what had it before is gone: a row
 * that was dealt with. */
export function useFocusBack(isOpen: boolean, list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!isOpen) return;
    const inside = list;
    return () => {
      // The dialog gives the focus back in the next frame; this looks whether it could.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const has = document.activeElement;
          if (has && has !== document.body) return;
          inside.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
        }),
      );
    };
  }, [isOpen, list]);
}
