import { describe, expect, it } from "vitest";
import { laidOut, plan } from "../../../../test/packet";
import { showing } from "../plan";
import { branch } from "./branch";
import { carried, geometry, percentOf, placeOf, spotAt, zoomed } from "./geometry";

const LETTER = { width: 612, height: 792 };
const ROOM = { width: 900, height: 700 };
const all = plan();
const without = (...parts: string[]) =>
  showing(all, new Set(all.parts.map(({ part }) => part).filter((part) => !parts.includes(part))));

describe("pages below each other", () => {
  it("fit the width, fit whole, or have the size that was asked for", () => {
    expect(geometry({ pages: 1, ...LETTER }, percentOf("width", LETTER, ROOM)).width).toBe(868);
    expect(geometry({ pages: 1, ...LETTER }, percentOf("page", LETTER, ROOM)).height).toBe(668);
    expect(geometry({ pages: 1, ...LETTER }, percentOf(100, LETTER, ROOM)).width).toBe(816);
    expect(percentOf("width", LETTER, { width: 4000, height: 700 })).toBe(200);
  });

  it("become larger and smaller by steps, and no more than that", () => {
    expect(zoomed(106, "larger")).toBe(125);
    expect(zoomed(106, "smaller")).toBe(100);
    expect(zoomed(100, "smaller")).toBe(75);
    expect(zoomed(200, "larger")).toBe(200);
    expect(zoomed(75, "smaller")).toBe(75);
  });

  it("are found by their place among thousands, and hold the place of whoever reads", () => {
    const laid = geometry({ pages: 5000, ...LETTER }, 100);
    for (const page of [0, 1, 2499, 4999]) {
      expect(laid.at(laid.top(page))).toBe(page);
      expect(laid.at(laid.top(page) - 1)).toBe(page);
      const spot = { page, share: 0.4 };
      const at = spotAt(laid, placeOf(laid, spot));
      expect(at.page).toBe(page);
      expect(at.share).toBeCloseTo(0.4);
    }
    expect(laid.at(1e9)).toBe(4999);
  });
});

describe("pages that were laid out anew", () => {
  it("are read on under the same heading, though it stands elsewhere", () => {
    const next = laidOut("b", without("summary"));
    const spot = { page: 25, share: 0.3 };
    expect(carried(spot, laidOut("a", all), next)).toEqual({ page: 15, share: 0.3 });
  });

  it("are read on under the next heading when the one that was read is gone", () => {
    const next = laidOut("b", without("findings", "exhibits"));
    expect(carried({ page: 25, share: 0.3 }, laidOut("a", all), next)).toEqual({ page: 21, share: 0 });
  });

  it("never lead beyond their end", () => {
    const next = laidOut("b", without("glossary"));
    expect(carried({ page: 49, share: 0.5 }, laidOut("a", all), next).page).toBe(40);
    expect(carried({ page: 49, share: 0.5 }, laidOut("a", all), laidOut("c", plan({ parts: [] }))).page).toBe(0);
  });
});

describe("the outline", () => {
  const rows = [1, 2, 2, 1, 2].map((level, page) => ({ level, title: `H${page}`, page }));

  it("lists the first level, and what stands under the heading that is read", () => {
    expect(branch(rows, 0)).toEqual([0, 1, 2, 3]);
    expect(branch(rows, 2)).toEqual([0, 1, 2, 3]);
    expect(branch(rows, 4)).toEqual([0, 3, 4]);
    expect(branch(rows, -1)).toEqual([0, 3]);
    expect(branch([], -1)).toEqual([]);
  });

  it("of five thousand headings in one branch lists those around", () => {
    const many = [{ level: 1, title: "Findings", page: 0 }].concat(
      Array.from({ length: 5000 }, (_, at) => ({ level: 2, title: `F${at}`, page: at })),
    );
    const shown = branch(many, 2500);
    expect(shown.length).toBeLessThan(200);
    expect(shown).toContain(2500);
    expect(shown).toContain(0);
  });
});
