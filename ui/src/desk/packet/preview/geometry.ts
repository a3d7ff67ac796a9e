import type { LaidOutView, OutlineRow } from "../../../bridge/generated/wire";
import type { Box } from "../../../kit/useBox";

/** The space around a page, in pixels. */
export const GAP = 16;

/** Pixels of the page in a point: a page at 100 % is as large as on paper. */
const POINT = 96 / 72;

/** How large pages are shown: by the room there is, or in per cent of the paper. */
export type Zoom = "width" | "page" | 75 | 100 | 125 | 150 | 175 | 200;

/** The sizes that can be chosen. */
export const ZOOMS: readonly Zoom[] = ["width", "page", 75, 100, 125, 150, 175, 200];

const PERCENTS = ZOOMS.filter((zoom) => typeof zoom === "number");

/** However wide the window: letters larger than this are harder to read, not easier. */
const MOST = 200;

/** Returns the size of pages in per cent of the paper. */
export function percentOf(zoom: Zoom, page: { width: number; height: number }, room: Box): number {
  if (typeof zoom === "number") return zoom;
  const across = (room.width - 2 * GAP) / (page.width * POINT);
  const down = (room.height - 2 * GAP) / (page.height * POINT);
  const fits = zoom === "width" ? across : Math.min(across, down);
  return Math.max(10, Math.min(MOST, 100 * fits));
}

/** Returns the next larger or smaller size than what is shown. */
export function zoomed(percent: number, way: "larger" | "smaller"): Zoom {
  const next =
    way === "larger"
      ? PERCENTS.find((one) => one > percent + 1)
      : PERCENTS.findLast((one) => one < percent - 1);
  return next ?? (way === "larger" ? 200 : 75);
}

/** Pages below each other, all of one size: where each stands, and how long all are. */
export type Geometry = {
  pages: number;
  width: number;
  height: number;
  length: number;
  top: (page: number) => number;
  /** The page at a place, the space above it included. */
  at: (place: number) => number;
};

/** Lays pages below each other. */
export function geometry(
  { pages, width, height }: Pick<LaidOutView, "pages" | "width" | "height">,
  percent: number,
): Geometry {
  const scale = (percent / 100) * POINT;
  const across = Math.round(width * scale);
  const down = Math.round(height * scale);
  const step = down + GAP;
  return {
    pages,
    width: across,
    height: down,
    length: GAP + pages * step,
    top: (page) => GAP + page * step,
    at: (place) => Math.max(0, Math.min(pages - 1, Math.floor(place / step))),
  };
}

/** Where somebody reads: a page, and how far down it the upper edge of the room is, as a share
 * of the page's height. */
export type Spot = { page: number; share: number };

/** Returns where the upper edge stands. */
export function spotAt({ at, top, height }: Geometry, place: number): Spot {
  const page = at(place);
  return { page, share: (place - top(page)) / Math.max(1, height) };
}

/** Returns the place of a spot. */
export function placeOf({ top, height, pages }: Geometry, { page, share }: Spot): number {
  const last = Math.max(0, pages - 1);
  return Math.max(0, top(Math.min(page, last)) + share * height);
}

const nameOf = ({ level, title }: OutlineRow) => `${level} ${title}`;

/** Returns the place of a heading in another outline: the same words at the same level, for the
 * same time. */
function again(from: readonly OutlineRow[], place: number, to: readonly OutlineRow[]) {
  const row = from[place];
  if (!row) return undefined;
  const name = nameOf(row);
  const before = from.slice(0, place).filter((one) => nameOf(one) === name).length;
  return to.filter((one) => nameOf(one) === name)[before];
}

/** Returns the heading under which a page stands: its first one, or the last before it. */
export function headingAt(outline: readonly OutlineRow[], page: number): number {
  const first = outline.findIndex((row) => row.page === page);
  return first >= 0 ? first : outline.findLastIndex((row) => row.page < page);
}

/** Returns where somebody goes on reading when the pages were laid out anew: under the same
 * heading, or under the next one when that is gone. */
export function carried(spot: Spot, from: LaidOutView, to: LaidOutView): Spot {
  const last = Math.max(0, to.pages - 1);
  const place = headingAt(from.outline, spot.page);
  const heading = from.outline[place];
  if (!heading) return { ...spot, page: Math.min(spot.page, last) };
  const same = again(from.outline, place, to.outline);
  if (same) return { ...spot, page: Math.min(last, same.page + spot.page - heading.page) };
  for (let next = place + 1; next < from.outline.length; next += 1) {
    const found = again(from.outline, next, to.outline);
    if (found) return { page: found.page, share: 0 };
  }
  return { page: Math.min(spot.page, last), share: 0 };
}
