import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { FrameworkView, OrganisationView } from "../bridge/generated/wire";
import { useTell } from "../bridge/queries";
import { BoundaryFields } from "../desk/assessment/BoundaryFields";
import { DayFields } from "../desk/assessment/DayFields";
import { EngagementFields } from "../desk/assessment/EngagementFields";
import { ProfileFields } from "../desk/assessment/ProfileFields";
import { Review } from "../desk/assessment/Review";
import { ScopeFields } from "../desk/assessment/ScopeFields";
import { lacking, newTerms, type Terms } from "../desk/assessment/terms";
import { FaultNote } from "../desk/FaultNote";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { Fold } from "../kit/Fold";
import { Note } from "../kit/Note";
import { useRemembered } from "../kit/remembered";
import { words } from "../words/en";
import { today } from "../words/format";
import { InPlainWords } from "./InPlainWords";
import { usePlace } from "./place";
import { Step } from "./Step";
import styles from "./StartView.module.css";

const w = words.start;
type Props = { edition: FrameworkView; file: OrganisationView; person: string };

/** The four steps to an assessment of an organisation; most of it is filled in already. */
export function StartSteps({ edition, file, person }: Props) {
  const tell = useTell();
  const { go } = usePlace();
  const id = file.organisation.id;
  const [written, setWritten] = useRemembered<Terms | null>(`start ${id}`, null);
  const [first] = useState(() => newTerms(today(), person, file));
  const terms = written ?? first;
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const change = (part: Partial<Terms>) => setWritten({ ...terms, ...part });
  const { scope } = terms;
  const systems = file.systems.filter((s) => scope.systems.includes(s.id));
  const lacks = lacking(terms);

  const begin = async () => {
    setTried(true);
    if (lacks.length > 0) return;
    setBusy(true);
    setFault(null);
    try {
      const inScope = new Set(["all", ...systems.map((s) => `system:${s.id}`)]);
      const profile = terms.profile.filter((answer) => inScope.has(answer.subject));
      const made = await tell("start_assessment", { ...terms, profile, organisation: id });
      setWritten(null);
      go({ at: "assessment", assessment: made.assessment.id, part: "desk", control: null });
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };

  const { framework, digest } = edition;
  return (
    <>
      <Step number={1} title={w.steps[0]} about={w.stepWords[0]}>
        <div className={styles.first}>
          <Field
            label={w.name}
            hint={w.nameHint}
            value={terms.title}
            onChange={(title) => change({ title })}
            error={tried && !terms.title.trim() ? w.nameMissing : undefined}
          />
          <DayFields days={terms} onChange={change} />
        </div>
        <ScopeFields
          chosen={scope}
          file={file}
          onChange={(part) => change({ scope: { ...scope, ...part } })}
        />
        <InPlainWords names={["scope", "period", "asOf"]} />
        <Fold title={w.boundary} plain>
          <BoundaryFields
            said={scope}
            onChange={(part) => change({ scope: { ...scope, ...part } })}
          />
        </Fold>
      </Step>
      <Step number={2} title={w.steps[1]} about={w.stepWords[1]}>
        <EngagementFields
          engagement={terms.engagement}
          onChange={(engagement) => change({ engagement })}
        />
      </Step>
      <Step number={3} title={w.steps[2]} about={w.stepWords[2]}>
        <InPlainWords names={["phi", "ephi", "businessAssociate", "control", "severity"]} />
        <ProfileFields
          framework={framework}
          digest={digest}
          profile={terms.profile}
          systems={systems}
          onChange={(profile) => change({ profile })}
        />
      </Step>
      <Step number={4} title={w.steps[3]} about={w.stepWords[3]}>
        <Review
          framework={framework}
          digest={digest}
          organisation={file.organisation.name}
          terms={terms}
          systems={systems}
        />
        {tried && lacks.length > 0 && (
          <Note tone="bad" title={w.lacking} live>
            {lacks.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Note>
        )}
        {fault && <FaultNote fault={fault} />}
        <div className={styles.actions}>
          <Button onPress={() => go({ at: "library" })}>{words.kit.cancel}</Button>
          <Button weight="primary" isBusy={busy} onPress={() => void begin()}>
            {busy ? w.starting : w.begin}
          </Button>
        </div>
      </Step>
    </>
  );
}
