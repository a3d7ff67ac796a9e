/** Keys that belong to a text field while somebody writes in one. */
const OF_FIELDS = new Set(["ctrl+z", "ctrl+shift+z", "ctrl+y", "ctrl+v"]);

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select") ||
    target.closest('[role="spinbutton"], [role="listbox"], [role="menu"]') !== null
  );
}

/** Returns one name for a key however it is written: `Ctrl+Shift+Z` is `ctrl+shift+z`. */
export function keyName(written: string): string {
  return written.toLowerCase();
}

/** Returns the name of the key that was pressed. Shift counts where it is not part of a sign. */
function pressed(event: KeyboardEvent): string {
  const sign = event.key.length === 1;
  const key = event.key.toLowerCase();
  if (!event.ctrlKey && !event.metaKey) return key;
  const shift = event.shiftKey && (!sign || /\p{L}/u.test(key)) ? "shift+" : "";
  return `ctrl+${shift}${key}`;
}

/** Where a key was pressed: on the screen, or while a dialog stands over it. */
export type Pressed = "screen" | "dialog";

/** Hands the name of each key to a function, until the returned one is called. Plain keys rest
 * while somebody writes; a key that a control used is left to it. The function returns whether
 * it did something. */
export function hearKeys(
  act: (key: string, where: Pressed, event: KeyboardEvent) => boolean,
): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return;
    const key = pressed(event);
    const ofField = !key.startsWith("ctrl+") || OF_FIELDS.has(key);
    if (ofField && isWriting(event.target)) return;
    const dialog = document.querySelector('[role="dialog"], [role="alertdialog"]');
    if (act(key, dialog ? "dialog" : "screen", event)) event.preventDefault();
  };
  window.addEventListener("keydown", hear);
  return () => window.removeEventListener("keydown", hear);
}
