/** A cell by row (-1 is the header) and column. */
export type Cell = { row: number; column: number };

/** Returns where a key leads from a cell, or nothing when it is not a key of the grid. */
export function move(
  key: string,
  ctrl: boolean,
  at: Cell,
  rows: number,
  columns: number,
  page: number,
): Cell | null {
  const within = (row: number) => Math.max(-1, Math.min(rows - 1, row));
  const across = (column: number) => Math.max(0, Math.min(columns - 1, column));
  switch (key) {
    case "ArrowDown":
      return { ...at, row: within(at.row + 1) };
    case "ArrowUp":
      return { ...at, row: within(at.row - 1) };
    case "ArrowRight":
      return { ...at, column: across(at.column + 1) };
    case "ArrowLeft":
      return { ...at, column: across(at.column - 1) };
    case "PageDown":
      return { ...at, row: within(at.row + page) };
    case "PageUp":
      return { ...at, row: Math.max(Math.min(0, at.row), at.row - page) };
    case "Home":
      return ctrl ? { row: within(0), column: 0 } : { ...at, column: 0 };
    case "End":
      return ctrl
        ? { row: within(rows - 1), column: columns - 1 }
        : { ...at, column: columns - 1 };
    default:
      return null;
  }
}

/** Returns the next row after `from` whose text begins with what was typed. */
export function typedAhead(typed: string, from: number, texts: readonly string[]): number {
  const wanted = typed.toLowerCase();
  for (let step = typed.length > 1 ? 0 : 1; step <= texts.length; step += 1) {
    const index = (Math.max(0, from) + step) % Math.max(1, texts.length);
    if (texts[index]?.toLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
