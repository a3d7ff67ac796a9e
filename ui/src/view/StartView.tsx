import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { FrameworkView, Organisation, OrganisationView } from "../bridge/generated/wire";
import { useAsk, useTell } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { EngagementFields } from "../desk/assessment/EngagementFields";
import { ProfileFields } from "../desk/assessment/ProfileFields";
import { Review } from "../desk/assessment/Review";
import { ScopeFields } from "../desk/assessment/ScopeFields";
import { lacking, newTerms, type Terms } from "../desk/assessment/terms";
import { FaultNote } from "../desk/FaultNote";
import { Button } from "../kit/Button";
import { Select } from "../kit/Choice";
import { Note } from "../kit/Note";
import { words } from "../words/en";
import { today } from "../words/format";
import { usePlace } from "./place";
import styles from "./StartView.module.css";

const w = words.start;

/** Starts an assessment: who and what, on what terms, the profile, and a last look. */
export function StartView({ organisation }: { organisation: string | null }) {
  const library = useAsk("library", {});
  const [chosen, choose] = useState(organisation ?? "");
  const framework = useAsk("framework", { digest: null }, { fresh: Infinity });
  const file = useAsk("organisation", { organisation: chosen }, { enabled: chosen !== "" });
  return (
    <div className={styles.view}>
      <h1>{w.title}</h1>
      <Asked of={library} lines={3}>
        {(view) => <Who organisations={view.organisations} chosen={chosen} onChoose={choose} />}
      </Asked>
      {chosen !== "" && (
        <Asked of={framework}>
          {(edition) => (
            <Asked of={file}>
              {(view) => <Steps key={chosen} edition={edition} file={view} />}
            </Asked>
          )}
        </Asked>
      )}
    </div>
  );
}

type WhoProps = {
  organisations: readonly Organisation[];
  chosen: string;
  onChoose: (id: string) => void;
};

function Who({ organisations, chosen, onChoose }: WhoProps) {
  return (
    <div className={styles.who}>
      <Select
        label={w.organisation}
        value={chosen}
        options={[
          { id: "", label: w.chooseOrganisation },
          ...organisations.map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={onChoose}
      />
    </div>
  );
}

function Steps({ edition, file }: { edition: FrameworkView; file: OrganisationView }) {
  const tell = useTell();
  const { go } = usePlace();
  const person = useAsk("status", {}, { fresh: Infinity }).data?.vault?.person ?? "";
  const [terms, setTerms] = useState<Terms>(() => newTerms(today(), person));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const change = (part: Partial<Terms>) => setTerms((was) => ({ ...was, ...part }));
  const systems = file.systems.filter((s) => terms.scope.systems.includes(s.id));
  const lacks = lacking(terms);

  const begin = async () => {
    setTried(true);
    if (lacks.length > 0) return;
    setBusy(true);
    try {
      const inScope = new Set(["all", ...systems.map((s) => `system:${s.id}`)]);
      const profile = terms.profile.filter((answer) => inScope.has(answer.subject));
      const made = await tell("start_assessment", {
        ...terms,
        profile,
        organisation: file.organisation.id,
      });
      go({ at: "assessment", assessment: made.assessment.id, part: "desk", control: null });
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };

  const { framework, digest } = edition;
  return (
    <>
      <Step number={1} title={w.steps[0]}>
        <ScopeFields terms={terms} file={file} tried={tried} onChange={change} />
      </Step>
      <Step number={2} title={w.steps[1]}>
        <EngagementFields
          engagement={terms.engagement}
          onChange={(engagement) => change({ engagement })}
        />
      </Step>
      <Step number={3} title={w.steps[2]}>
        <ProfileFields
          framework={framework}
          digest={digest}
          profile={terms.profile}
          systems={systems}
          onChange={(profile) => change({ profile })}
        />
      </Step>
      <Step number={4} title={w.steps[3]}>
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

type StepProps = { number: number; title: string; children: React.ReactNode };

function Step({ number, title, children }: StepProps) {
  return (
    <section className={styles.step} aria-label={title}>
      <header className={styles.stepHead}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <h2>{title}</h2>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
