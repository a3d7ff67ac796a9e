import { describe, expect, it } from "vitest";
import { answerRow } from "../../../test/clinic";
import type { AnswerRow, AnswerWords } from "../../bridge/generated/wire";
import { join } from "./joined";

const row = (name: string, said: Partial<AnswerWords>, workingNote = ""): AnswerRow => ({
  ...answerRow(said),
  subject: name.toLowerCase(),
  subjectName: name,
  workingNote,
});

const rows = [
  row("North", { implementation: "implemented", note: "Locked." }),
  row("South", { implementation: "partial", note: "Open on Mondays.", planOwner: "Dana" }, "Ask Tomas"),
  row("East", { implementation: "partial", note: "Locked." }),
  row("West", { implementation: null, note: "  " }),
];

describe("joining answers", () => {
  it("keeps one note first and puts others that say something else below it, by name", () => {
    expect(join(rows, "north").note).toBe("Locked.\n\n**South**: Open on Mondays.");
    expect(join(rows, "south").note).toBe(
      "Open on Mondays.\n\n**North**: Locked.\n\n**East**: Locked.",
    );
  });

  it("keeps private notes apart from the others", () => {
    const after = join(rows, "north");
    expect(after.working).toBe("**South**: Ask Tomas");
    expect(after.note).not.toContain("Tomas");
  });

  it("says which words go and whose other records go", () => {
    const after = join(rows, "north");
    expect(after.word).toBe("implemented");
    expect(after.gone).toEqual([{ word: "partial", count: 2 }]);
    expect(after.losing).toEqual(["South"]);
  });
});
