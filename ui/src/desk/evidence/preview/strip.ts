import type { PreviewPage } from "../../../bridge/generated/wire";

/** The space around a page, in pixels. */
export const GAP = 12;

/** How wide a page is shown at most where it fits the room: wider is harder to read. */
const WIDEST = 960;

/** Pages below each other: where each begins, how large it is, how long all are. */
export type Strip = { tops: Float64Array; width: number; height: (page: number) => number; length: number };

/** Lays pages below each other, each as wide as there is room, or as it is. */
export function strip(pages: readonly PreviewPage[], room: number, full: boolean): Strip {
  const tops = new Float64Array(pages.length);
  const width = (page: PreviewPage) => (full ? page.width : Math.min(WIDEST, Math.max(80, room - 2 * GAP)));
  const height = (index: number) => {
    const page = pages[index];
    return page ? Math.round((width(page) * page.height) / Math.max(1, page.width)) : 0;
  };
  let top = GAP;
  pages.forEach((_, index) => {
    tops[index] = top;
    top += height(index) + GAP;
  });
  const widest = pages.reduce((most, page) => Math.max(most, width(page)), 0);
  return { tops, width: widest, height, length: top };
}

/** Returns the last page that begins at or above a place; found by halves, so that thousands
 * of pages cost nothing. */
export function pageAt(tops: Float64Array, place: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
