import { useEffect, useRef } from "react";

/** What keys do, by name: a letter or digit alone, or with `ctrl+` before it. */
type KeyMap = Record<string, (event: KeyboardEvent) => void>;

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select") ||
    target.closest('[role="spinbutton"], [role="listbox"], [role="menu"]') !== null
  );
}

/** Listens to keys of the whole window. Plain keys rest while somebody writes, and while a
 * dialog is open; a key that a control used is left to it. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = latest.current[control ? `ctrl+${key}` : key];
      if (!act) return;
      if (!control && isWriting(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
