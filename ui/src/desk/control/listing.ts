import type { Control, ControlRow, Framework, Implementation } from "../../bridge/generated/wire";
import { placed } from "../framework";

/** The node of the tree that stands for the whole framework. */
export const WHOLE = "all";

/** Which controls the list shows: all, some that wait for something, or those with a word. */
export type Which = "all" | "unanswered" | "flagged" | "asked" | "finding" | Implementation;

/** A control with its row of the assessment. */
export type Listed = { control: Control; row: ControlRow };

/** A control with its place in the tree, and all that a search compares with. */
export type Spot = { control: Control; section: string; group: string; text: string };

/** Returns all controls in order, each with its place. */
export function spots(framework: Framework): Spot[] {
  return placed(framework).map(({ control, section, group }) => {
    const { id, label, text, question } = control;
    return { control, section, group, text: `${id} ${label} ${text} ${question}`.toLowerCase() };
  });
}

/** Whether a control belongs to those asked for. */
export function holds(which: Which, row: ControlRow): boolean {
  switch (which) {
    case "all":
      return true;
    case "unanswered":
      return !row.answered;
    case "flagged":
      return row.flagged;
    case "asked":
      return row.openRequests > 0;
    case "finding":
      return row.finding !== null;
    default:
      return row.words.includes(which);
  }
}

const pairs = new WeakMap<ControlRow, Listed>();

/** Returns the same pair as long as its row is the same, so that only what changed is drawn. */
function pair(control: Control, row: ControlRow): Listed {
  const known = pairs.get(row);
  if (known) return known;
  const made = { control, row };
  pairs.set(row, made);
  return made;
}

/** What the list is narrowed to. */
export type Narrow = { section: string; which: Which; text: string };

/** Returns the controls of a section that match. */
export function listed(
  places: readonly Spot[],
  rows: ReadonlyMap<string, ControlRow>,
  { section, which, text }: Narrow,
): Listed[] {
  const wanted = text.trim().toLowerCase();
  return places.flatMap((spot) => {
    const row = rows.get(spot.control.id);
    const inside = section === WHOLE || spot.section === section || spot.group === section;
    const matches = wanted === "" || spot.text.includes(wanted);
    return row && inside && matches && holds(which, row) ? [pair(spot.control, row)] : [];
  });
}

/** Returns the control of the list that stands after or before the open one, which itself may
 * have left the list by getting its answer. */
export function beside(
  places: readonly Spot[],
  shown: readonly Listed[],
  open: string,
  by: 1 | -1,
): Control | null {
  const inList = new Set(shown.map((one) => one.control.id));
  const here = places.findIndex((spot) => spot.control.id === open);
  const way = by > 0 ? places.slice(here + 1) : places.slice(0, Math.max(0, here)).reverse();
  return way.find((spot) => inList.has(spot.control.id))?.control ?? null;
}

/** Returns the next control that is wanted, once around and never the one that is open. */
export function following(
  places: readonly Spot[],
  open: string,
  wanted: (id: string) => boolean,
): Control | null {
  const here = places.findIndex((spot) => spot.control.id === open);
  const order = [...places.slice(here + 1), ...places.slice(0, Math.max(0, here))];
  return order.find((spot) => wanted(spot.control.id))?.control ?? null;
}
