import type { DifferenceRow } from "../../bridge/generated/wire";

/** A text in three pieces: what both share at the start, what differs, what both share after. */
export type Pieces = readonly [string, string, string];

/** Returns two texts cut where they begin and end to differ, at whole words. */
export function pieces(before: string, after: string): { before: Pieces; after: Pieces } {
  const a = before.split(/(\s+)/u);
  const b = after.split(/(\s+)/u);
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const cut = (of: string[]): Pieces => [
    of.slice(0, head).join(""),
    of.slice(head, of.length - tail).join(""),
    of.slice(of.length - tail).join(""),
  ];
  return { before: cut(a), after: cut(b) };
}

/** Changes of one control; nothing for the assessment as a whole. */
export type Changes = { control: string | null; rows: DifferenceRow[] };

/** Returns changes by control, in the order in which they came. */
export function byControl(rows: readonly DifferenceRow[]): Changes[] {
  const groups = new Map<string | null, DifferenceRow[]>();
  for (const row of rows) {
    const group = groups.get(row.control);
    if (group) group.push(row);
    else groups.set(row.control, [row]);
  }
  return [...groups].map(([control, of]) => ({ control, rows: of }));
}
