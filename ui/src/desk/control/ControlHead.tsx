import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { Control, ControlView, Framework } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { severityWord } from "../framework";
import { SeverityMark, StateMark } from "../marks";
import styles from "./control.module.css";

const w = words.desk;
type Props = { framework: Framework; control: Control; view: ControlView | undefined };

/** The question in plain language first, then the control's text and what it rests on. */
export function ControlHead({ framework, control, view }: Props) {
  const kind = framework.classes.find((c) => c.id === control.class);
  const severity = view?.standing.severity ?? control.severity;
  return (
    <header className={styles.headline}>
      <p className={styles.line}>
        <span className={styles.id}>{control.id}</span>
        {kind && (
          <DialogTrigger>
            <Button className={styles.term ?? ""}>
              {kind.id} · {kind.label}
            </Button>
            <Popover className={styles.tip ?? ""} placement="bottom start" offset={6}>
              <Dialog aria-label={kind.label} className={styles.meaning ?? ""}>
                {kind.meaning}
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
        <SeverityMark weight={severity} label={severityWord(framework, severity)} />
        {severity !== control.severity && (
          <span className={styles.quiet}>
            {w.severityRaised(severityWord(framework, control.severity))}
          </span>
        )}
        {view && <StateMark state={view.standing.state} fill />}
        <span className={styles.quiet}>{w.asked(words.code.subjectKind[control.askedPer])}</span>
      </p>
      <h1 className={styles.questionText} id="control-question" tabIndex={-1}>
        {control.question}
      </h1>
      <p className={styles.text}>
        <strong>{control.label}.</strong> {control.text}
      </p>
      <p className={styles.citation}>
        <span>{w.law}</span> {control.citation}
      </p>
    </header>
  );
}
