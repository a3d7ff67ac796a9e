import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Cell } from "./move";

/** What of a grid can have its focus: a cell, or the box in one. */
const CELL = ':is([role="gridcell"], [role="columnheader"], [role="checkbox"])';

type Focus = {
  at: Cell;
  goTo: (to: Cell) => void;
  onFocus: (event: React.FocusEvent<HTMLElement>) => void;
  onBlur: () => void;
};

/** Keeps which cell has the focus: it follows its row, goes with the row that is opened from
 * elsewhere, and when its row is filtered away takes the one in its place. */
export function useGridFocus(
  box: RefObject<HTMLElement | null>,
  keys: readonly string[],
  openIndex: number,
  selected: string | null | undefined,
  startColumn: number,
): Focus {
  const [column, setColumn] = useState(startColumn);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const [onHeader, setOnHeader] = useState(false);
  const [lastIndex, setLastIndex] = useState(0);
  const [wasSelected, setWasSelected] = useState(selected);
  const wanted = useRef(false);
  const within = useRef<Element | null>(null);

  if (selected !== wasSelected) {
    setWasSelected(selected);
    setFocusedKey(null);
    setOnHeader(false);
  }
  const found = focusedKey === null ? openIndex : keys.indexOf(focusedKey);
  const index = found >= 0 ? found : Math.min(lastIndex, keys.length - 1);
  const at = { row: onHeader || keys.length === 0 ? -1 : Math.max(0, index), column };
  if (found >= 0 && found !== lastIndex) setLastIndex(found);

  useLayoutEffect(() => {
    const stop = box.current?.querySelector<HTMLElement>(`${CELL}[tabindex="0"]`);
    const had = within.current;
    // React says nothing of a cell that goes with the focus on it.
    const lost = had !== null && !had.isConnected;
    const moved = had !== null && had !== stop && had.matches(CELL);
    if (!stop || !(wanted.current || lost || moved)) return;
    const scroll = wanted.current;
    wanted.current = false;
    stop.focus({ preventScroll: true });
    if (scroll) stop.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  return {
    at,
    goTo: (to) => {
      wanted.current = true;
      setColumn(to.column);
      setOnHeader(to.row < 0);
      const key = keys[to.row];
      if (key !== undefined) setFocusedKey(key);
    },
    onFocus: (event) => {
      within.current = event.target;
    },
    onBlur: () => {
      within.current = null;
    },
  };
}
