import type { Assessment, AssessmentView, Framework } from "../bridge/generated/wire";
import type { Fault } from "../bridge/fault";
import { useTell } from "../bridge/queries";
import { useDraft } from "../bridge/savers";
import { EngagementFields } from "../desk/assessment/EngagementFields";
import { ProfileFields } from "../desk/assessment/ProfileFields";
import { ScopeFields } from "../desk/assessment/ScopeFields";
import { lacking, type Terms } from "../desk/assessment/terms";
import { FaultNote } from "../desk/FaultNote";
import { SaveMark } from "../desk/SaveMark";
import { words } from "../words/en";
import styles from "./StartView.module.css";

const w = words.start;
type Props = { file: AssessmentView; framework: Framework };

/** Scope, engagement and profile of an assessment under way, saved as they are written. */
export function ScopeView({ file, framework }: Props) {
  const tell = useTell();
  const draft = useDraft<Assessment>(
    `assessment ${file.assessment.id}`,
    file.assessment,
    async (value) => {
      // Half a period is no period: it waits here until it is whole.
      const message = lacking(value)[0];
      if (message) {
        const fault: Fault = { code: "input", message, hint: w.waits, reference: "I1" };
        throw fault;
      }
      await tell("save_assessment", value);
      return new Date().toISOString();
    },
  );
  const terms = draft.value;
  const change = (part: Partial<Terms>) => draft.write({ ...terms, ...part }, "soon");
  const systems = file.systems.filter((s) => terms.scope.systems.includes(s.id));
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.scopeTitle}</h1>
        <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
      </header>
      <p>{w.scopeWords}</p>
      {draft.state.is === "failed" && (
        <FaultNote fault={draft.state.fault} onRetry={draft.retry} />
      )}
      <section className={styles.step}>
        <header className={styles.stepHead}>
          <h2>{w.title2}</h2>
        </header>
        <div className={styles.body}>
          <ScopeFields terms={terms} file={file} tried onChange={change} />
        </div>
      </section>
      <section className={styles.step}>
        <header className={styles.stepHead}>
          <h2>{w.steps[1]}</h2>
        </header>
        <div className={styles.body}>
          <EngagementFields
            engagement={terms.engagement}
            onChange={(engagement) => change({ engagement })}
          />
        </div>
      </section>
      <section className={styles.step}>
        <header className={styles.stepHead}>
          <h2>{w.steps[2]}</h2>
        </header>
        <div className={styles.body}>
          <ProfileFields
            framework={framework}
            digest={file.assessment.framework.digest}
            profile={terms.profile}
            systems={systems}
            onChange={(profile) => change({ profile })}
          />
        </div>
      </section>
    </div>
  );
}
