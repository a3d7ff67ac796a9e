import { describe, expect, it } from "vitest";
import { item } from "../../../test/evidence";
import { check, plan } from "../../../test/packet";
import { goingAlong, withFiles, withPhi } from "./originals";
import { arePages, fromTemplate, leadOf, moved, newExhibit } from "./plan";

describe("a plan", () => {
  it("has its parts moved within the list, and nothing lost", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b", "c"], 2, 3)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  });

  it("takes a template’s parts and paper, and keeps its audience and exhibits", () => {
    const own = plan({ exhibits: [newExhibit("e1")] });
    const taken = fromTemplate(own, plan({ audience: "working", paper: "a4", parts: [] }));
    expect(taken).toEqual({ ...own, paper: "a4", parts: [] });
  });

  it("names pages by numbers and ranges only", () => {
    for (const right of ["", "3", "1-3, 7", " 2 - 4 ,9"]) expect(arePages(right), right).toBe(true);
    for (const wrong of ["x", "1-", "0", "3-1", "1,,2", "-2", "1-2-3"]) {
      expect(arePages(wrong), wrong).toBe(false);
    }
  });
});

describe("a check", () => {
  const own = plan({ exhibits: [newExhibit("e1")] });

  it("leads to the exhibit, the evidence or the control that it is about", () => {
    expect(leadOf(check("alternative", { evidence: "e1" }), own)).toEqual({ to: "exhibit", evidence: "e1" });
    expect(leadOf(check("alternative", { evidence: "e9" }), own)?.to).toBe("evidence");
    expect(leadOf(check("expired", { evidence: "e1" }), own)?.to).toBe("evidence");
    expect(leadOf(check("unanswered", { control: "ADM-SO-1" }), own)).toEqual({ to: "control", control: "ADM-SO-1" });
    expect(leadOf(check("glyphs"), own)).toBeNull();
  });
});

describe("the originals of a record", () => {
  const files = withFiles([
    item("e1"),
    item("e2", { confidentiality: "working-only", phi: "yes" }),
    item("e3", { attachment: null }),
    item("e4", { withdrawn: { by: "A", at: "2026-11-25T10:00:00Z", reason: "Old" } }),
    item("e5", { phi: "unknown" }),
  ]);
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);

  it("are those that have a file and still count; working-only ones go with working papers alone", () => {
    expect(ids(goingAlong(files, "all", new Set(), new Set(["client"])))).toEqual(["e1", "e5"]);
    expect(ids(goingAlong(files, "all", new Set(), new Set(["working"])))).toEqual(["e1", "e2", "e5"]);
    expect(ids(goingAlong(files, "chosen", new Set(["e2"]), new Set(["client"])))).toEqual(["e2"]);
    expect(goingAlong(files, "none", new Set(["e2"]), new Set(["client"]))).toEqual([]);
    expect(withPhi(files)).toBe(2);
  });
});
