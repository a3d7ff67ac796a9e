import { memo, useDeferredValue, useEffect, useState } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Fault } from "../bridge/fault";
import type { AssessmentView, Control, ControlView, Framework, Subject } from "../bridge/generated/wire";
import { Asked } from "../desk/Asked";
import { AnswerOf } from "../desk/control/AnswerOf";
import { ControlHead, QUESTION } from "../desk/control/ControlHead";
import { Guide } from "../desk/control/Guide";
import { Observations } from "../desk/control/Observations";
import { SubjectPicker } from "../desk/control/SubjectPicker";
import { EvidencePanel } from "../desk/evidence/EvidencePanel";
import { Findings } from "../desk/finding/Findings";
import { ControlRequests } from "../desk/request/ControlRequests";
import styles from "./ControlSheet.module.css";

type Props = {
  file: AssessmentView;
  framework: Framework;
  control: Control;
  asked: UseQueryResult<ControlView, Fault>;
  subject: Subject | undefined;
  onSubject: (subject: Subject) => void;
};

const none: [] = [];

/** One control in full: the question and its answer first, then all that belongs to it. Wide
 * windows show what the control means, and what proves it, beside the answer. */
export function ControlSheet({ file, framework, control, asked, subject, onSubject }: Props) {
  const view = asked.data;
  const [begun] = useState(control.id);
  useEffect(() => {
    // Who came by a key reads on at the question; who works in the list stays there.
    if (document.activeElement === document.body) {
      document.getElementById(QUESTION)?.focus({ preventScroll: true });
    }
  }, [control.id]);
  return (
    <div className={styles.sheet}>
      <div className={styles.head}>
        <ControlHead framework={framework} control={control} standing={view?.standing} />
      </div>
      <Asked of={asked} lines={6}>
        {(known) => {
          const row = known.answers.find((one) => one.subject === subject) ?? known.answers[0];
          if (!row) return null;
          return (
            <>
              {known.split && (
                <div className={styles.subjects}>
                  <SubjectPicker view={known} subject={row.subject} onSubject={onSubject} />
                </div>
              )}
              <AnswerOf
                framework={framework}
                control={control}
                view={known}
                row={row}
                people={file.people}
              />
            </>
          );
        }}
      </Asked>
      <div className={styles.guide}>
        <Guide framework={framework} control={control} consequences={view?.consequences ?? none} />
      </div>
      {view && (
        <Facts
          key={control.id}
          file={file}
          framework={framework}
          control={control}
          view={view}
          subject={subject ?? "all"}
          when={control.id === begun ? "now" : "after"}
        />
      )}
    </div>
  );
}

type FactsProps = {
  file: AssessmentView;
  framework: Framework;
  control: Control;
  view: ControlView;
  subject: Subject;
  /** Whether they come with the answer, or after it is in view. */
  when: "now" | "after";
};

/** What the answer rests on, what is wanted for it and what follows from it. */
const Facts = memo(function Facts(props: FactsProps) {
  const { file, framework, control, view, subject, when } = props;
  const isDue = useDeferredValue(true, when === "now");
  const assessor = file.assessment.engagement.assessor;
  if (!isDue) return <div className={styles.facts} />;
  return (
    <div className={styles.facts}>
      <EvidencePanel framework={framework} view={view} subject={subject} assessor={assessor} />
      <Observations
        control={control}
        view={view}
        subject={subject}
        assessor={assessor}
        people={file.people}
      />
      <ControlRequests framework={framework} view={view} people={file.people} subject={subject} />
      <Findings framework={framework} view={view} />
    </div>
  );
});
