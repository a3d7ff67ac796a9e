import { memo } from "react";
import type { Control, Framework, ItemStanding } from "../../bridge/generated/wire";
import { Explained, Term } from "../../kit/Term";
import { words } from "../../words/en";
import { severityWord } from "../framework";
import { SeverityMark, StateMark } from "../marks";
import styles from "./sheet.module.css";

const w = words.desk;

/** Where the focus goes when a control is opened. */
export const QUESTION = "control-question";

type Props = { framework: Framework; control: Control; standing: ItemStanding | undefined };

/** The question in plain language first, then the control's text and what it rests on. */
export const ControlHead = memo(function ControlHead({ framework, control, standing }: Props) {
  const kind = framework.classes.find((c) => c.id === control.class);
  const severity = standing?.severity ?? control.severity;
  return (
    <header className={styles.headline}>
      <p className={styles.line}>
        <span className={styles.id}>{control.id}</span>
        {kind && (
          <Explained word={kind.label} means={kind.meaning}>
            {kind.label}
          </Explained>
        )}
        <SeverityMark weight={severity} label={severityWord(framework, severity)} />
        {severity !== control.severity && (
          <span className={styles.quiet}>
            {w.severityRaised(severityWord(framework, control.severity))}
          </span>
        )}
        {standing && <StateMark state={standing.state} fill />}
        <span className={styles.quiet}>{w.askedPer(words.code.subjectKind[control.askedPer])}</span>
      </p>
      <h1 className={styles.questionText} id={QUESTION} tabIndex={-1}>
        {control.question}
      </h1>
      <p className={styles.text}>
        <strong>{control.label}.</strong> {control.text}
      </p>
      <p className={styles.citation}>
        <Term name="provision">{w.law}</Term> {control.citation}
      </p>
    </header>
  );
});
