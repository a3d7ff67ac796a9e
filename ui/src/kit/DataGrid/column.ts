import type { ReactNode } from "react";

/** One column: its title, its width as a grid track, what a cell shows and how it sorts. */
export type Column<R> = {
  id: string;
  title: string;
  width: string;
  cell: (row: R) => ReactNode;
  sort?: (a: R, b: R) => number;
  align?: "end";
};

/** By which column, and which way. */
export type Sort = { column: string; down: boolean };

/** The id of the column of boxes. */
export const CHOOSE = "choose";

/** The column of boxes, in a grid whose rows can be chosen. Rows fill it themselves. */
export const chooseColumn = { id: CHOOSE, title: "", width: "2.5rem", cell: () => null };

/** Returns the least width of a track, so that titles and rows are never of two widths. */
export function leastWidth(columns: readonly { width: string }[]): string {
  const least = (track: string) => /^minmax\(([^,]+),/u.exec(track)?.[1] ?? track;
  return `calc(${columns.map(({ width }) => least(width)).join(" + ")})`;
}
