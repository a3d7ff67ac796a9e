import { describe, expect, it } from "vitest";
import { item, linkOf } from "../../../test/evidence";
import { everything, filtered, peopleOf, shelfRows, totals, type ShelfFilter } from "./shelf";

const TODAY = "2026-11-26";
const withdrawn = { reason: "Superseded", by: "R. Ames", at: "2026-11-01T00:00:00Z" };

const rows = shelfRows({
  evidence: [
    item("risk", { title: "Risk analysis", providedBy: "M. Reyes", phi: "unknown" }),
    item("scan", { title: "Scan", collectedOn: "2024-01-01", phi: "yes" }),
    item("copy", { title: "Scan, redacted", redacts: "scan" }),
    item("old", { title: "Policy", validUntil: "2026-01-01", collectedOn: "2026-02-01" }),
    item("gone", { title: "Draft", withdrawn }),
  ],
  links: [
    linkOf("risk", "ADM-RA-1", { strength: "tested" }),
    linkOf("risk", "ADM-RA-1", { id: "l2", subject: "system:s1" }),
    linkOf("risk", "ADM-RA-2"),
    linkOf("old", "ADM-RA-2"),
  ],
});

const shown = (part: Partial<ShelfFilter>) =>
  filtered(rows, { ...everything, ...part }, TODAY).map((row) => row.evidence.id);

describe("the shelf", () => {
  it.each<[string, Partial<ShelfFilter>, string[]]>([
    ["everything", {}, ["risk", "scan", "copy", "old", "gone"]],
    ["what was typed, wherever it stands", { text: "REYES" }, ["risk"]],
    ["a control", { control: "ADM-RA-2" }, ["risk", "old"]],
    ["a strength that one of its links has", { strength: "tested" }, ["risk"]],
    ["who gave it", { person: "M. Reyes" }, ["risk"]],
    ["who took it", { person: "R. Ames" }, ["risk", "scan", "copy", "old", "gone"]],
    ["a month", { age: "month" }, ["risk", "copy", "gone"]],
    ["a year", { age: "year" }, ["risk", "copy", "old", "gone"]],
    ["more than a year", { age: "older" }, ["scan"]],
    ["PHI", { phi: "yes" }, ["scan"]],
    ["what bears on nothing and still counts", { show: "unlinked" }, ["scan", "copy"]],
    ["what is no longer valid", { show: "expired" }, ["old"]],
    ["what was withdrawn", { show: "withdrawn" }, ["gone"]],
    ["two things at once", { control: "ADM-RA-2", show: "expired" }, ["old"]],
  ])("is narrowed to %s", (_, part, ids) => {
    expect(shown(part)).toEqual(ids);
  });

  it("names each control once, however often it is linked", () => {
    expect(rows[0]?.controls).toEqual(["ADM-RA-1", "ADM-RA-2"]);
  });

  it("knows the redacted copy of an original, and the original of a copy", () => {
    expect(rows[1]?.pair.map((e) => e.id)).toEqual(["copy"]);
    expect(rows[2]?.pair.map((e) => e.id)).toEqual(["scan"]);
  });

  it("counts what stands out", () => {
    expect(totals(rows, TODAY)).toEqual({
      items: 5,
      unlinked: 2,
      phiOpen: 1,
      expired: 1,
      withdrawn: 1,
    });
  });

  it("names each person once, by name", () => {
    expect(peopleOf(rows)).toEqual(["M. Reyes", "R. Ames"]);
  });
});
