import type { AnswerRow, AnswerWords, Control, ControlView } from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { ToggleButton } from "../../kit/Button";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { SaveMark } from "../SaveMark";
import { useSaveState, type AnswerDraft } from "./answerDraft";
import { SplitButton } from "./SplitButton";
import styles from "./answer.module.css";

const w = words.desk;

type Props = {
  control: Control;
  view: ControlView;
  row: AnswerRow;
  draft: AnswerDraft;
  flagged: boolean;
  onChange: (part: Partial<AnswerWords>) => void;
};

/** Who answered, whether it is saved, the flag, and splitting. */
export function AnswerHead({ control, view, row, draft, flagged, onChange }: Props) {
  const state = useSaveState(draft);
  const may = useMay();
  const retry = () => void draft.flush();
  return (
    <>
      <div className={styles.head}>
        <h2>{w.answer}</h2>
        {row.changed && <span className={styles.by}>{row.assessor}</span>}
        <SaveMark state={state} held={row.changed} onRetry={retry} />
        <SplitButton key={control.id} control={control} view={view} keep={row.subject} />
        <ToggleButton
          icon="flag"
          keys="F"
          aria-keyshortcuts="f"
          isSelected={flagged}
          isDisabled={!may.review}
          onChange={(on) => onChange({ flagged: on })}
        >
          {w.flag}
        </ToggleButton>
      </div>
      {state.is === "failed" && <FaultNote fault={state.fault} />}
    </>
  );
}
