import { useEffect, useState } from "react";
import type { AssessmentView, Control, Framework, Subject } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { Effects } from "../desk/assessment/Effects";
import { AnswerOf } from "../desk/control/AnswerOf";
import { ControlHead } from "../desk/control/ControlHead";
import { Guide } from "../desk/control/Guide";
import { Observations } from "../desk/control/Observations";
import { Subjects } from "../desk/control/Subjects";
import { EvidencePanel } from "../desk/evidence/EvidencePanel";
import { Findings } from "../desk/finding/Findings";
import { ControlRequests } from "../desk/request/ControlRequests";
import { Fold } from "../kit/Fold";
import { words } from "../words/en";

type Props = { file: AssessmentView; framework: Framework; control: Control };

/** One control in full: the question first, then all that belongs to its answer. */
export function ControlSheet({ file, framework, control }: Props) {
  const assessment = file.assessment.id;
  const asked = useAsk("control", { assessment, control: control.id });
  const [chosen, choose] = useState<Subject | null>(null);
  useEffect(() => {
    document.getElementById("control-sheet")?.scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <ControlHead framework={framework} control={control} view={asked.data} />
      <Guide framework={framework} control={control} />
      <Asked of={asked} lines={6}>
        {(view) => {
          const row = view.answers.find((a) => a.subject === chosen) ?? view.answers[0];
          if (!row) return null;
          const { subject } = row;
          const assessor = file.assessment.engagement.assessor;
          return (
            <>
              {view.consequences.length > 0 && (
                <Fold title={words.desk.profileSays} count={view.consequences.length} level={2}>
                  <Effects framework={framework} consequences={view.consequences} />
                </Fold>
              )}
              <Subjects control={control} view={view} subject={subject} onSubject={choose}>
                <AnswerOf
                  key={subject}
                  framework={framework}
                  control={control}
                  view={view}
                  row={row}
                />
              </Subjects>
              <EvidencePanel
                framework={framework}
                view={view}
                subject={subject}
                assessor={assessor}
              />
              <Observations control={control} view={view} subject={subject} assessor={assessor} />
              <ControlRequests framework={framework} view={view} people={file.people} />
              <Findings framework={framework} view={view} />
            </>
          );
        }}
      </Asked>
    </>
  );
}
