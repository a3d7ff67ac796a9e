import { describe, expect, it } from "vitest";
import { framework } from "../../../test/catalogue";
import * as clinic from "../../../test/clinic";
import type { ControlRow } from "../../bridge/generated/wire";
import { beside, following, listed, spots, WHOLE, type Which } from "./listing";

const places = spots(framework);
const rowsOf = (change: (id: string, place: number) => Partial<ControlRow>) =>
  new Map(
    places.map(({ control }, place) => [
      control.id,
      { ...clinic.controlRow(control), ...change(control.id, place) },
    ]),
  );
const idAt = (place: number) => places[place]?.control.id ?? "";
const shown = (rows: ReturnType<typeof rowsOf>, which: Which) =>
  listed(places, rows, { section: WHOLE, which, text: "" }).map(({ control }) => control.id);

describe("the list of controls", () => {
  it.each<[Which, Partial<ControlRow>, Partial<ControlRow>]>([
    ["unanswered", { answered: false }, { answered: true }],
    ["flagged", { flagged: true }, { flagged: false }],
    ["asked", { openRequests: 2 }, { openRequests: 0 }],
    ["finding", { finding: 3 }, { finding: null }],
    ["planned", { words: ["implemented", "planned"] }, { words: ["implemented"] }],
  ])("shows those that are asked for: %s", (which, those, others) => {
    const rows = rowsOf((_, place) => (place === 5 ? those : others));
    expect(shown(rows, which)).toEqual([idAt(5)]);
  });

  it("keeps what did not change the same, so that it is not drawn again", () => {
    const rows = rowsOf(() => ({}));
    const all = { section: WHOLE, which: "all", text: "" } as const;
    const before = listed(places, rows, all);
    const changed = new Map(rows);
    const first = rows.get(idAt(0));
    if (first) changed.set(idAt(0), { ...first, flagged: true });
    const after = listed(places, changed, all);
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1).every((one, place) => one === before[place + 1])).toBe(true);
  });

  it("goes on from a control that has just left the list by being answered", () => {
    const rows = rowsOf((_, place) => ({ answered: place !== 3 && place !== 9 }));
    const left = listed(places, rows, { section: WHOLE, which: "unanswered", text: "" });
    expect(beside(places, left, idAt(5), 1)?.id).toBe(idAt(9));
    expect(beside(places, left, idAt(5), -1)?.id).toBe(idAt(3));
    expect(beside(places, left, idAt(9), 1)).toBeNull();
  });

  it("finds the next one once around, and never the one that is open", () => {
    const open = new Set([idAt(3), idAt(40)]);
    const next = (from: string) => following(places, from, (id) => open.has(id))?.id ?? null;
    expect(next(idAt(3))).toBe(idAt(40));
    expect(next(idAt(40))).toBe(idAt(3));
    open.delete(idAt(40));
    expect(next(idAt(3))).toBeNull();
  });
});
