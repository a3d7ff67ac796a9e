import { useEffect, type RefObject } from "react";

const FIELD = "input:not([type=radio]):not([type=checkbox]), textarea, [role=spinbutton]";

/** How a press ends, by key, by pointer and by a screen reader. */
const ENDS = ["keyup", "pointerup", "click"] as const;

/** How long a dialog that closes has to give the focus back itself. */
const PATIENCE = 300;

/** Keeps the focus where its keys do something: Escape leaves a text field for the screen, and
 * what was pressed and is gone then gives its focus to the screen, not to nobody. */
export function useFocusKept(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const toScreen = () => screen.current?.focus({ preventScroll: true });
    const leave = (event: KeyboardEvent) => {
      const field = document.activeElement;
      if (event.key !== "Escape" || event.defaultPrevented || event.target !== field) return;
      if (field?.matches(FIELD) && screen.current?.contains(field)) toScreen();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const over = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]");
        if (document.activeElement === document.body && !over) toScreen();
      }, PATIENCE);
    };
    window.addEventListener("keydown", leave);
    // What was pressed may keep the event to itself, or be gone before there is a click.
    for (const end of ENDS) window.addEventListener(end, look, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", leave);
      for (const end of ENDS) window.removeEventListener(end, look, { capture: true });
    };
  }, [screen]);
}
