import type { BulkRequest, BulkWords, Implementation } from "../../bridge/generated/wire";

/** What is chosen in the dialog, as its fields hold it. */
export type BulkChoice = {
  word: Implementation | "keep";
  flag: "keep" | "on" | "off";
  note: string;
  onlyUnanswered: boolean;
  exclusionReason: string;
  exclusionApprover: string;
  planOwner: string;
  planDue: string | null;
  whoWouldKnow: string;
};

/** Nothing chosen yet. */
export const nothingChosen: BulkChoice = {
  word: "keep",
  flag: "keep",
  note: "",
  onlyUnanswered: true,
  exclusionReason: "",
  exclusionApprover: "",
  planOwner: "",
  planDue: null,
  whoWouldKnow: "",
};

const written = (text: string) => (text.trim() === "" ? null : text);

function wordsOf(choice: BulkChoice): BulkWords {
  const of = <T>(word: Implementation, value: T | null) => (choice.word === word ? value : null);
  return {
    implementation: choice.word === "keep" ? null : choice.word,
    flagged: choice.flag === "keep" ? null : choice.flag === "on",
    note: written(choice.note),
    exclusionReason: of("not-applicable", written(choice.exclusionReason)),
    exclusionApprover: of("not-applicable", written(choice.exclusionApprover)),
    planOwner: of("planned", written(choice.planOwner)),
    planDue: of("planned", choice.planDue),
    whoWouldKnow: of("unknown", written(choice.whoWouldKnow)),
  };
}

/** Whether the choice would set anything at all. */
export function setsSomething(choice: BulkChoice): boolean {
  return choice.word !== "keep" || choice.flag !== "keep" || choice.note.trim() !== "";
}

/** Returns what is asked of the workbench: fields of other words than the chosen one stay out. */
export function bulkRequest(
  assessment: string,
  controls: readonly string[],
  choice: BulkChoice,
): BulkRequest {
  return {
    assessment,
    controls: [...controls],
    onlyUnanswered: choice.onlyUnanswered,
    set: wordsOf(choice),
  };
}
