import { useMemo } from "react";
import type { AnswerWords, Finding, Framework } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { controlOf, labels } from "../framework";
import { SaveMark } from "../SaveMark";
import { ResponseFields } from "./ResponseFields";
import styles from "./finding.module.css";

const w = words.finding;
type Props = {
  framework: Framework;
  finding: Finding;
  /** What was answered, as far as it is known here. */
  answer: AnswerWords | null;
  onControl?: ((control: string) => void) | undefined;
};

/** A finding in full: the gap, its remedy and plan, and the client's response to edit. */
export function FindingSheet({ framework, finding, answer, onControl }: Props) {
  const tell = useTell();
  const control = controlOf(framework, finding.control);
  const held = useMemo(
    () => ({ consequence: finding.consequence, response: finding.response }),
    [finding.consequence, finding.response],
  );
  const draft = useDraft(`response ${finding.id}`, held, async (value) => {
    await tell("save_response", { finding: finding.id, ...value });
    return new Date().toISOString();
  });
  return (
    <div className={styles.sheet}>
      <p>{finding.wording}</p>
      {control && (
        <p>
          <strong>{w.remedy}.</strong> {control.remedy}{" "}
          <span className={styles.quiet}>
            ({w.effort}: {labels(framework.efforts, [control.effort])})
          </span>
        </p>
      )}
      {answer?.implementation === "planned" && <Plan answer={answer} />}
      <p className={styles.signs}>
        {finding.contradiction && (
          <Status shade="warn" icon="warning">
            {w.contradiction}
          </Status>
        )}
        {finding.standing === "settled" && (
          <Status shade="good" icon="check">
            {w.settled}
          </Status>
        )}
        <span className={styles.quiet}>{w.raised(date(finding.firstRaised))}</span>
        <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
      </p>
      <ResponseFields
        of={finding.id}
        value={draft.value}
        failure={control?.mlFailure ?? ""}
        onChange={draft.write}
      />
      {onControl && (
        <Button
          weight="quiet"
          edge="start"
          icon="right"
          onPress={() => onControl(finding.control)}
        >
          {w.toControl(finding.control)}
        </Button>
      )}
    </div>
  );
}

/** Who sees to what was planned, and by when. */
function Plan({ answer: { planOwner, planDue } }: { answer: AnswerWords }) {
  const isWhole = planOwner.trim() !== "" && planDue !== null;
  return (
    <p>
      <strong>{w.plan}.</strong>{" "}
      {isWhole ? w.planOf(planOwner, date(planDue)) : w.planLacks}
    </p>
  );
}
