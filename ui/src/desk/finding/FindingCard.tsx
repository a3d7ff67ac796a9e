import { useMemo } from "react";
import type {
  Finding,
  Framework,
  Response,
  ResponseCourse,
  ResponseState,
} from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { options } from "../../words/options";
import { controlOf, labels, severityWord } from "../framework";
import { SaveMark } from "../SaveMark";
import { SeverityMark } from "../marks";
import styles from "./finding.module.css";

const w = words.finding;
type Props = {
  framework: Framework;
  finding: Finding;
  subjectName: string;
  onControl?: (control: string) => void;
};

/** A finding with what could happen, the remedy, and the client's response edited in place. */
export function FindingCard({ framework, finding, subjectName, onControl }: Props) {
  const tell = useTell();
  const control = controlOf(framework, finding.control);
  const held = useMemo(
    () => ({ consequence: finding.consequence, response: finding.response }),
    [finding.consequence, finding.response],
  );
  const draft = useDraft(
    `response ${finding.id}`,
    held,
    async (value) => {
      await tell("save_response", { finding: finding.id, ...value });
      return new Date().toISOString();
    },
  );
  const { consequence, response } = draft.value;
  const reply = (part: Partial<Response>, when: "now" | "soon") =>
    draft.write({ consequence, response: { ...response, ...part } }, when);
  return (
    <article className={styles.card} aria-label={`${finding.control}: ${finding.wording}`}>
      <header className={styles.head}>
        <SeverityMark
          weight={finding.severity}
          label={severityWord(framework, finding.severity)}
        />
        <strong>{words.code.finding[finding.kind]}</strong>
        {onControl ? (
          <Button weight="quiet" onPress={() => onControl(finding.control)}>
            {`${finding.control} ${control?.label ?? ""}`}
          </Button>
        ) : (
          <span>{finding.control}</span>
        )}
        {finding.subject !== "all" && <span className={styles.quiet}>{subjectName}</span>}
        <span className={styles.push}>
          <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
        </span>
      </header>
      <p>{finding.wording}</p>
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
      </p>
      {control && (
        <p className={styles.remedy}>
          <strong>{w.remedy}:</strong> {control.remedy}{" "}
          <span className={styles.quiet}>
            ({w.effort}: {labels(framework.efforts, [control.effort])})
          </span>
        </p>
      )}
      <div className={styles.fields}>
        <Select<ResponseCourse>
          label={w.course}
          value={response.course}
          options={options(words.code.course)}
          onChange={(course) => reply({ course }, "now")}
        />
        <Field
          label={w.owner}
          value={response.owner}
          onChange={(owner) => reply({ owner }, "soon")}
        />
        <DateField label={w.due} value={response.due} onChange={(due) => reply({ due }, "soon")} />
        <Select<ResponseState>
          label={w.state}
          value={response.state}
          options={options(words.code.response)}
          onChange={(state) => reply({ state }, "now")}
        />
      </div>
      <div className={styles.texts}>
        <Field
          label={w.text}
          hint={w.textHint}
          lines={2}
          value={response.text}
          onChange={(text) => reply({ text }, "soon")}
        />
        <Field
          label={w.consequence}
          hint={control?.mlFailure ?? w.consequenceHint}
          lines={2}
          value={consequence}
          onChange={(text) => draft.write({ consequence: text, response }, "soon")}
        />
      </div>
    </article>
  );
}
