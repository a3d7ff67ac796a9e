import type { Agreement, AgreementState } from "../../bridge/generated/wire";
import type { IconName } from "../../kit/Icon";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";
import { date, today } from "../../words/format";

const w = words.organisation;

const marks: Record<AgreementState, { icon: IconName; shade: Shade }> = {
  unknown: { icon: "question", shade: "quiet" },
  signed: { icon: "check", shade: "good" },
  "in-preparation": { icon: "clock", shade: "warn" },
  missing: { icon: "cross", shade: "bad" },
  "not-needed": { icon: "dash", shade: "quiet" },
};

/** Returns by what agreements are sorted: those that end first, first. */
export function endsOn({ state, until }: Agreement): string {
  return state === "signed" ? (until ?? "9") : state;
}

/** How an agreement stands: one that has ended is seen. */
export function AgreementMark({ agreement: { state, until } }: { agreement: Agreement }) {
  if (state === "signed" && until !== null) {
    return until < today() ? (
      <Status shade="bad" icon="warning">
        {w.ended(date(until))}
      </Status>
    ) : (
      <Status {...marks.signed}>{w.validUntil(words.code.agreement.signed, date(until))}</Status>
    );
  }
  return <Status {...marks[state]}>{words.code.agreement[state]}</Status>;
}
