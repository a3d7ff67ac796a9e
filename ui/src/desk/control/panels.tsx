import type { AnswerRow, AnswerWords, Control, ControlView, Framework, Person } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import type { Said } from "./answerDraft";
import { Lacks, Needed } from "./Needed";
import { needs } from "./needs";
import { asIs, named, PersonField } from "./PersonField";
import styles from "./panel.module.css";

const w = words.desk;

/** What a part of an answer is shown and changed with. */
export type Change = {
  framework: Framework;
  said: Said;
  people: readonly Person[];
  onChange: (part: Partial<AnswerWords>) => void;
};

/** Why a control does not apply, who approved that, and what the profile proposes. */
export function ExclusionPanel(props: Change & { view: ControlView; row: AnswerRow }) {
  const { framework, said, people, onChange, view, row } = props;
  if (said.implementation !== "not-applicable") return null;
  const proposals = view.consequences.filter(
    (c) =>
      c.effect.type === "not-applicable" && (c.subject === "all" || c.subject === row.subject),
  );
  const wanted = needs(framework, said);
  const given = wanted.every((one) => !one.lacks);
  return (
    <section className={styles.panel} aria-label={w.exclusion}>
      <h3>{w.exclusion}</h3>
      {proposals.map(({ effect }) => (
        <p key={effect.reason} className={styles.proposal}>
          <span>
            {w.exclusionProposed} <strong>{effect.reason}</strong>
          </span>
          <Button changes weight="quiet" onPress={() => onChange({ exclusionReason: effect.reason })}>
            {w.exclusionUse}
          </Button>
        </p>
      ))}
      <div className={styles.fields}>
        <Needed need={wanted[0]}>
          <Field
            label={w.exclusionReason}
            lines={2}
            value={said.exclusionReason}
            onChange={(exclusionReason) => onChange({ exclusionReason })}
          />
        </Needed>
        <Needed need={wanted[1]}>
          <PersonField
            label={w.exclusionApprover}
            value={said.exclusionApprover}
            suggested={named(people)}
            onChange={(exclusionApprover) => onChange({ exclusionApprover })}
          />
        </Needed>
      </div>
      <Lacks needs={wanted} open={w.exclusionOpen} whole={w.exclusionWhole} />
      {given && row.state === "unresolved" && row.words.exclusionApprover !== "" && (
        <p className={styles.rule}>{w.exclusionUnsupported}</p>
      )}
    </section>
  );
}

/** Who sees to what is planned, and by when. */
export function PlanPanel({ framework, said, people, onChange }: Change) {
  if (said.implementation !== "planned") return null;
  const wanted = needs(framework, said);
  return (
    <section className={styles.panel} aria-label={w.plan}>
      <h3>{w.plan}</h3>
      <div className={styles.fields}>
        <Needed need={wanted[0]}>
          <PersonField
            label={w.planOwner}
            value={said.planOwner}
            suggested={named(people)}
            onChange={(planOwner) => onChange({ planOwner })}
          />
        </Needed>
        <Needed need={wanted[1]}>
          <DateField
            label={w.planDue}
            value={said.planDue}
            onChange={(planDue) => onChange({ planDue })}
          />
        </Needed>
      </div>
      <Lacks needs={wanted} whole={w.planWhole} />
    </section>
  );
}

/** Who would know: "I don't know" is an answer, and becomes a request. */
export function UnknownPanel({ framework, said, people, onChange, control }: Change & { control: Control }) {
  if (said.implementation !== "unknown") return null;
  const wanted = needs(framework, said);
  const owners = new Set(control.evidence.flatMap((artefact) => artefact.owners));
  const usual = framework.owners.filter((owner) => owners.has(owner.id)).map((owner) => owner.label);
  return (
    <section className={styles.panel} aria-label={w.unknownTitle}>
      <h3>{w.unknownTitle}</h3>
      <p className={styles.rule}>{w.unknownWords}</p>
      <Needed need={wanted[0]}>
        <PersonField
          label={w.who}
          value={said.whoWouldKnow}
          suggested={[...usual.slice(0, 3).map(asIs), ...named(people)]}
          onChange={(whoWouldKnow) => onChange({ whoWouldKnow })}
        />
      </Needed>
      <p role="status" className={styles.rule}>
        {said.whoWouldKnow.trim() ? w.unknownWhole(said.whoWouldKnow.trim()) : w.unknownOpen}
      </p>
    </section>
  );
}
