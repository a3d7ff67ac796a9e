import type { AnswerRow, Implementation, Subject } from "../../bridge/generated/wire";

/** Returns a note as joining leaves it: the kept one first, and below it those that say
 * something else, each under its subject's name. The workbench does the same. */
function joined(rows: readonly AnswerRow[], keep: Subject, of: (row: AnswerRow) => string): string {
  const kept = rows.filter((row) => row.subject === keep).map(of).join("");
  const others = rows
    .filter((row) => row.subject !== keep && of(row).trim() !== "" && of(row) !== kept)
    .map((row) => `**${row.subjectName}**: ${of(row)}`);
  return [...(kept === "" ? [] : [kept]), ...others].join("\n\n");
}

/** What joining answers leaves, and what goes. */
export type Joined = {
  word: Implementation | null;
  note: string;
  working: string;
  /** Words that others said and that go, with how many said them. */
  gone: { word: Implementation; count: number }[];
  /** Others whose decision, plan, reason or conclusion goes. */
  losing: string[];
};

const recordsMore = ({ words }: AnswerRow) =>
  words.determination !== null ||
  words.qualifiers.length > 0 ||
  Object.values(words.decision).some((text) => text.trim() !== "") ||
  [words.exclusionReason, words.exclusionApprover, words.planOwner, words.planDue ?? "", words.whoWouldKnow].some(
    (text) => text.trim() !== "",
  );

/** Returns what becomes of answers when one of them is to stand for all. */
export function join(rows: readonly AnswerRow[], keep: Subject): Joined {
  const word = rows.find((row) => row.subject === keep)?.words.implementation ?? null;
  const others = rows.filter((row) => row.subject !== keep);
  const counts = new Map<Implementation, number>();
  for (const { words } of others) {
    const said = words.implementation;
    if (said !== null && said !== word) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return {
    word,
    note: joined(rows, keep, (row) => row.words.note),
    working: joined(rows, keep, (row) => row.workingNote),
    gone: [...counts].map(([said, count]) => ({ word: said, count })),
    losing: others.filter(recordsMore).map((row) => row.subjectName),
  };
}
