import type { Framework, Implementation } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import type { Said } from "./answerDraft";

const w = words.desk;

/** A field that an answer word asks for, and whether it still lacks. */
export type Need = { id: string; label: string; lacks: boolean };

const need = (id: string, label: string, written: string | null): Need => ({
  id,
  label,
  lacks: !written?.trim(),
});

/** Whether a word rests on a recorded decision. */
export function decides(word: Implementation | null): word is "alternative" | "not-reasonable" {
  return word === "alternative" || word === "not-reasonable";
}

/** Returns the fields that the chosen word asks for, in the order in which they stand. */
export function needs(framework: Framework, said: Said): Need[] {
  const word = said.implementation;
  switch (word) {
    case "alternative":
    case "not-reasonable":
      return framework.decisionRecord
        .filter((field) => field.requiredFor.includes(word))
        .map(({ id, label }) => need(id, label, said.decision[id] ?? null));
    case "planned":
      return [
        need("owner", w.planOwner, said.planOwner),
        need("due", w.planDue, said.planDue),
      ];
    case "not-applicable":
      return [
        need("reason", w.exclusionReason, said.exclusionReason),
        need("approver", w.exclusionApprover, said.exclusionApprover),
      ];
    case "unknown":
      return [need("who", w.unknownTitle, said.whoWouldKnow)];
    case "implemented":
    case "partial":
    case "not-implemented":
    case null:
      return [];
  }
}
