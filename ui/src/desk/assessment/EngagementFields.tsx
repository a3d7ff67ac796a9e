import type { Engagement, EngagementKind } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { AgreementFields } from "../organisation/AgreementFields";
import styles from "./assessment.module.css";

const w = words.start;
type Props = { engagement: Engagement; onChange: (engagement: Engagement) => void };

/** Who asked for the assessment, who does it, on what terms. */
export function EngagementFields({ engagement, onChange }: Props) {
  const change = (part: Partial<Engagement>) => onChange({ ...engagement, ...part });
  return (
    <>
      <Radios<EngagementKind>
        label={w.kind}
        value={engagement.kind}
        options={options(words.code.engagement, w.kindHints)}
        onChange={(kind) => change({ kind })}
        flow="line"
      />
      <div className={styles.fields}>
        <Field
          label={w.requestedBy}
          value={engagement.requestedBy}
          onChange={(requestedBy) => change({ requestedBy })}
        />
        <Field
          label={w.assessor}
          value={engagement.assessor}
          onChange={(assessor) => change({ assessor })}
        />
        <Field
          label={w.qualifications}
          hint={w.qualificationsHint}
          value={engagement.qualifications}
          onChange={(qualifications) => change({ qualifications })}
        />
        <Field
          label={w.independence}
          hint={w.independenceHint}
          value={engagement.independence}
          onChange={(independence) => change({ independence })}
        />
        <Field
          label={w.marking}
          hint={w.markingHint}
          value={engagement.marking}
          onChange={(marking) => change({ marking })}
        />
      </div>
      {engagement.kind === "independent" && (
        <section className={styles.own}>
          <h3>{w.agreement}</h3>
          <p className={styles.reason}>{w.agreementHint}</p>
          <div className={styles.fields}>
            <AgreementFields
              agreement={engagement.agreement}
              onChange={(agreement) => change({ agreement })}
            />
          </div>
        </section>
      )}
    </>
  );
}
