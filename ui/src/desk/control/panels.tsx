import type { AnswerRow, AnswerWords, ControlView, Framework } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./answer.module.css";

const w = words.desk;
type Change = { said: AnswerWords; onChange: (part: Partial<AnswerWords>) => void };

/** The decision record (45 CFR 164.306(d)(3)): says which fields still lack. */
export function DecisionPanel({ framework, said, onChange }: Change & { framework: Framework }) {
  const word = said.implementation;
  if (word !== "alternative" && word !== "not-reasonable") return null;
  const needed = framework.decisionRecord.filter((field) => field.requiredFor.includes(word));
  const lacks = needed.filter((field) => !said.decision[field.id]?.trim());
  const write = (id: string, text: string) =>
    onChange({ decision: { ...said.decision, [id]: text } });
  return (
    <section className={styles.panel} aria-label={w.decision}>
      <h3>{w.decision}</h3>
      <p className={styles.reason}>{w.decisionWords}</p>
      <div className={styles.fields}>
        {needed.map((field) =>
          field.kind === "date" ? (
            <DateField
              key={field.id}
              label={field.label}
              hint={field.hint}
              value={said.decision[field.id] || null}
              onChange={(day) => write(field.id, day ?? "")}
            />
          ) : (
            <Field
              key={field.id}
              label={field.label}
              hint={field.hint}
              {...(field.kind === "text" ? { lines: 2 } : {})}
              value={said.decision[field.id] ?? ""}
              onChange={(text) => write(field.id, text)}
            />
          ),
        )}
      </div>
      <p role="status">
        {lacks.length > 0 ? (
          <span className={styles.reason}>
            {w.decisionLacks(lacks.map((field) => field.label).join(", "))}
          </span>
        ) : (
          <Status shade="good" icon="check">
            {w.decisionWhole}
          </Status>
        )}
      </p>
    </section>
  );
}

/** Why a control does not apply, who approved that, and what the profile proposes. */
export function ExclusionPanel(props: Change & { view: ControlView; row: AnswerRow }) {
  const { said, onChange, view, row } = props;
  if (said.implementation !== "not-applicable") return null;
  const proposals = view.consequences.filter(
    (c) =>
      c.effect.type === "not-applicable" && (c.subject === "all" || c.subject === row.subject),
  );
  const given = said.exclusionReason.trim() !== "" && said.exclusionApprover.trim() !== "";
  return (
    <section className={styles.panel} aria-label={w.exclusion}>
      <h3>{w.exclusion}</h3>
      {proposals.map(({ effect }) => (
        <p key={effect.reason} className={styles.proposal}>
          <span>
            {w.exclusionProposed} <strong>{effect.reason}</strong>
          </span>
          <Button weight="quiet" onPress={() => onChange({ exclusionReason: effect.reason })}>
            {w.exclusionUse}
          </Button>
        </p>
      ))}
      <div className={styles.fields}>
        <Field
          label={w.exclusionReason}
          lines={2}
          value={said.exclusionReason}
          onChange={(exclusionReason) => onChange({ exclusionReason })}
        />
        <Field
          label={w.exclusionApprover}
          value={said.exclusionApprover}
          onChange={(exclusionApprover) => onChange({ exclusionApprover })}
        />
      </div>
      {!given && <p className={styles.reason}>{w.exclusionLacks}</p>}
      {given && row.state === "unresolved" && row.words.exclusionApprover !== "" && (
        <p className={styles.reason}>{w.exclusionUnsupported}</p>
      )}
    </section>
  );
}

/** Who sees to what is planned, and by when. */
export function PlanPanel({ said, onChange }: Change) {
  if (said.implementation !== "planned") return null;
  return (
    <section className={styles.panel} aria-label={w.plan}>
      <h3>{w.plan}</h3>
      <div className={styles.fields}>
        <Field
          label={w.planOwner}
          value={said.planOwner}
          onChange={(planOwner) => onChange({ planOwner })}
        />
        <DateField
          label={w.planDue}
          value={said.planDue}
          onChange={(planDue) => onChange({ planDue })}
        />
      </div>
      {(!said.planOwner.trim() || !said.planDue) && (
        <p className={styles.reason}>{w.planLacks}</p>
      )}
    </section>
  );
}

/** Who would know: "I don't know" is an answer, and becomes a request. */
export function UnknownPanel({ said, onChange }: Change) {
  if (said.implementation !== "unknown") return null;
  return (
    <div className={styles.panel}>
      <Field
        label={w.who}
        hint={w.whoHint}
        value={said.whoWouldKnow}
        onChange={(whoWouldKnow) => onChange({ whoWouldKnow })}
      />
    </div>
  );
}
