import type { OutlineRow } from "../../../bridge/generated/wire";

/** How many headings of a branch are shown before and after the one that is read. */
const AROUND = 80;

/** Returns the places of the headings that are listed: all of the first level, and those of the
 * branch that is read; of thousands the ones around. */
export function branch(outline: readonly OutlineRow[], at: number): number[] {
  const first = outline.reduce((least, { level }) => Math.min(least, level), Infinity);
  const isTop = (place: number) => outline[place]?.level === first;
  const from = outline.findLastIndex((_, place) => place <= at && isTop(place));
  const after = outline.findIndex((_, place) => place > from && isTop(place));
  const to = after < 0 ? outline.length : after;
  return outline.flatMap((_, place) => {
    const isOpen = from >= 0 && place > from && place < to;
    return isTop(place) || (isOpen && Math.abs(place - at) <= AROUND) ? [place] : [];
  });
}
