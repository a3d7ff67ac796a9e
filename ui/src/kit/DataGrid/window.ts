/** From how many rows on only those in view are rendered. Below it a browser's own find
 * and a screen reader's browse mode see every row. */
export const WINDOW_FROM = 60;

const SPARE = 8;

/** Returns the indexes of the rows to render, the focused one always among them. */
export function rendered(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  focused: number,
): number[] {
  if (count < WINDOW_FROM) return Array.from({ length: count }, (_, index) => index);
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE);
  const last = Math.min(count - 1, Math.ceil((scrollTop + viewHeight) / rowHeight) + SPARE);
  const rows: number[] = [];
  if (focused >= 0 && focused < first) rows.push(focused);
  for (let index = first; index <= last; index += 1) rows.push(index);
  if (focused > last && focused < count) rows.push(focused);
  return rows;
}
