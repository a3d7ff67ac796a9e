import { describe, expect, it } from "vitest";
import { byControl, pieces } from "./changed";

describe("what changed in a text", () => {
  it.each([
    ["a b c", "a x c", ["a ", "b", " c"], ["a ", "x", " c"]],
    ["a", "a", ["a", "", ""], ["a", "", ""]],
    ["", "new", ["", "", ""], ["", "new", ""]],
    ["a b", "a b c", ["a b", "", ""], ["a b", " c", ""]],
    ["a a", "a", ["a", " a", ""], ["a", "", ""]],
  ])("cuts %j and %j where they differ", (before, after, cutBefore, cutAfter) => {
    const cut = pieces(before, after);
    expect(cut.before.join("")).toBe(before);
    expect(cut.after.join("")).toBe(after);
    expect(cut).toEqual({ before: cutBefore, after: cutAfter });
  });

  it("keeps the changes of a control together, in the order in which they came", () => {
    const row = { what: "note", name: "", before: null, after: null } as const;
    const groups = byControl([
      { ...row, control: "B" },
      { ...row, control: null },
      { ...row, control: "B" },
    ]);
    expect(groups.map(({ control, rows }) => [control, rows.length])).toEqual([["B", 2], [null, 1]]);
  });
});
