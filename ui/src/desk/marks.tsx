import type { ControlRow, Implementation, ItemState } from "../bridge/generated/wire";
import type { IconName } from "../kit/Icon";
import { Status, type Shade } from "../kit/Status";
import { words } from "../words/en";

const states: Record<ItemState, { icon: IconName; shade: Shade }> = {
  implemented: { icon: "check", shade: "good" },
  partial: { icon: "half", shade: "warn" },
  planned: { icon: "clock", shade: "warn" },
  decided: { icon: "scales", shade: "good" },
  "decision-incomplete": { icon: "warning", shade: "warn" },
  "not-implemented": { icon: "cross", shade: "bad" },
  "not-applicable": { icon: "dash", shade: "quiet" },
  unresolved: { icon: "circle", shade: "quiet" },
};

/** The picture of each answer word. */
export const answerIcons: Record<Implementation, IconName> = {
  implemented: "check",
  partial: "half",
  planned: "clock",
  alternative: "swap",
  "not-reasonable": "scales",
  "not-implemented": "cross",
  "not-applicable": "dash",
  unknown: "question",
};

const wordShades: Record<Implementation, Shade> = {
  implemented: "good",
  partial: "warn",
  planned: "warn",
  alternative: "good",
  "not-reasonable": "good",
  "not-implemented": "bad",
  "not-applicable": "quiet",
  unknown: "warn",
};

/** What was answered, before anything follows from it. */
export function WordMark({ word }: { word: Implementation | null }) {
  return word === null ? (
    <Status shade="quiet" icon="circle">
      {words.desk.noAnswer}
    </Status>
  ) : (
    <Status shade={wordShades[word]} icon={answerIcons[word]}>
      {words.code.implementation[word]}
    </Status>
  );
}

/** The state of a control or answer. */
export function StateMark({ state, fill }: { state: ItemState; fill?: boolean }) {
  const { icon, shade } = states[state];
  return (
    <Status shade={shade} icon={icon} {...(fill ? { fill } : {})}>
      {words.code.state[state]}
    </Status>
  );
}

/** How a row of the list stands: an answer that resolves nothing is not "unanswered". */
export function RowMark({ row }: { row: ControlRow }) {
  if (row.state === "unresolved" && row.answered) {
    return (
      <Status shade="warn" icon="question">
        {words.code.state.unresolved}
      </Status>
    );
  }
  return <StateMark state={row.state} />;
}

const severityShade: Record<number, Shade> = { 5: "bad", 4: "bad", 3: "warn", 2: "warn", 1: "quiet" };

/** A severity with its word. */
export function SeverityMark({ weight, label }: { weight: number; label: string }) {
  return (
    <Status shade={severityShade[weight] ?? "quiet"} icon="warning" fill>
      {label}
    </Status>
  );
}
