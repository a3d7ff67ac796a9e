import { useRef } from "react";
import { CHOOSE } from "./column";
import { move, typedAhead, type Cell } from "./move";
import type { Chosen } from "./useChosen";

/** After this long the next letter begins a new word. */
const PAUSE = 700;

type Grid = {
  at: Cell;
  move: (to: Cell) => void;
  /** Does what a press on the focused cell of this column does. */
  press: (column: string) => void;
  chosen: Chosen | null;
  columns: readonly { id: string }[];
  texts: () => readonly string[];
  page: number;
  typeAhead: "on" | "off";
};

/** Returns what the grid does with a key. */
export function useGridKeys(grid: Grid): (event: React.KeyboardEvent) => void {
  const typed = useRef({ text: "", at: 0 });

  /** Goes to the next row that begins with what was typed, and returns whether there is one. */
  const type = (letter: string, time: number): boolean => {
    const fresh = time - typed.current.at > PAUSE;
    typed.current = { text: (fresh ? "" : typed.current.text) + letter, at: time };
    const row = typedAhead(typed.current.text, grid.at.row, grid.texts());
    if (row >= 0) grid.move({ row, column: grid.at.column });
    return row >= 0;
  };

  const act = (event: React.KeyboardEvent): boolean => {
    const { at, chosen, columns } = grid;
    const control = event.ctrlKey || event.metaKey;
    const rows = grid.texts().length;
    const to = move(event.key, control, at, rows, columns.length, grid.page);
    if (to) {
      if (event.shiftKey && to.row !== at.row && to.row >= 0) chosen?.reach(at.row, to.row);
      else chosen?.rest();
      grid.move(to);
      return true;
    }
    const column = columns[at.column]?.id ?? "";
    const writing = event.timeStamp - typed.current.at <= PAUSE && typed.current.text !== "";
    if (chosen && control && event.key.toLowerCase() === "a") chosen.all();
    else if (event.key === " " && chosen && !(writing && grid.typeAhead === "on")) {
      grid.press(at.row < 0 ? column : CHOOSE);
    } else if (event.key === "Enter" && !control) grid.press(column);
    else if (event.key === " " && !writing) grid.press(column);
    else if (grid.typeAhead === "on" && event.key.length === 1 && !control && !event.altKey) {
      return type(event.key, event.timeStamp);
    } else return false;
    return true;
  };

  return (event) => {
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
