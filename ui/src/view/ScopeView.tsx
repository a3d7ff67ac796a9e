import type { Assessment, AssessmentView, Framework } from "../bridge/generated/wire";
import type { Fault } from "../bridge/fault";
import { useTell } from "../bridge/queries";
import { useDraft } from "../bridge/savers";
import { BoundaryFields } from "../desk/assessment/BoundaryFields";
import { DayFields } from "../desk/assessment/DayFields";
import { EngagementFields } from "../desk/assessment/EngagementFields";
import { ProfileFields } from "../desk/assessment/ProfileFields";
import { ScopeFields } from "../desk/assessment/ScopeFields";
import {
  sameWeighty,
  weightyOf,
  withWeighty,
  type Weighty,
} from "../desk/assessment/terms";
import { FaultNote } from "../desk/FaultNote";
import { SaveMark } from "../desk/SaveMark";
import { Field } from "../kit/Field";
import { useRemembered } from "../kit/remembered";
import { words } from "../words/en";
import { ScopeNote } from "./ScopeNote";
import { Step } from "./Step";
import styles from "./ScopeView.module.css";

const w = words.start;
type Props = {
  file: AssessmentView;
  framework: Framework;
  onControl: (control: string) => void;
};

/** Scope, engagement and profile of an assessment under way: words are saved as they are
 * written, what answers depend on is shown before it is applied. */
export function ScopeView({ file, framework, onControl }: Props) {
  const tell = useTell();
  const { assessment } = file;
  const [changed, setChanged] = useRemembered<Weighty | null>(`terms ${assessment.id}`, null);
  const draft = useDraft<Assessment>(`assessment ${assessment.id}`, assessment, async (value) => {
    if (!value.title.trim()) {
      const fault: Fault = {
        code: "input",
        message: w.nameMissing,
        hint: w.waits,
        reference: "I1",
      };
      throw fault;
    }
    // What answers depend on is saved by "apply" alone, however long these words were typed.
    await tell("save_assessment", withWeighty(value, weightyOf(assessment)));
    return new Date().toISOString();
  });
  const said = draft.value;
  const write = (part: Partial<Assessment>) => draft.write({ ...said, ...part }, "soon");
  const held = weightyOf(assessment);
  const terms = changed ?? held;
  const put = (part: Partial<Weighty>) => {
    const next = { ...terms, ...part };
    setChanged(sameWeighty(next, held) ? null : next);
  };
  const systems = file.systems.filter(({ id }) => terms.systems.includes(id));
  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1>{w.scopeTitle}</h1>
          <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
        </header>
        <p>{w.scopeWords}</p>
        {draft.state.is === "failed" && (
          <FaultNote fault={draft.state.fault} onRetry={draft.retry} />
        )}
        <Step title={w.words}>
          <Field
            label={w.name}
            value={said.title}
            onChange={(title) => write({ title })}
            error={said.title.trim() ? undefined : w.nameMissing}
          />
          <BoundaryFields
            said={said.scope}
            onChange={(part) => write({ scope: { ...said.scope, ...part } })}
          />
        </Step>
        <Step title={w.days}>
          <DayFields days={terms} onChange={put} />
          <ScopeFields chosen={terms} file={file} onChange={put} />
        </Step>
        <Step title={w.steps[2]}>
          <ProfileFields
            framework={framework}
            digest={assessment.framework.digest}
            profile={terms.profile}
            systems={systems}
            onChange={(profile) => put({ profile })}
          />
        </Step>
        <Step title={w.steps[1]}>
          <EngagementFields
            engagement={said.engagement}
            onChange={(engagement) => write({ engagement })}
          />
        </Step>
      </div>
      <ScopeNote
        framework={framework}
        wanted={changed ? withWeighty(assessment, changed) : null}
        assessment={assessment}
        said={said}
        onDone={() => setChanged(null)}
        onControl={onControl}
      />
    </div>
  );
}
