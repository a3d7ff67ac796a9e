import type { AnswerRow } from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Field } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { Keys } from "../../kit/Keys";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { SaveMark } from "../SaveMark";
import styles from "./answer.module.css";

const w = words.desk;

/** Where the private note is written. */
export const WORKING = "working-note";

type Props = { assessment: string; control: string; row: AnswerRow };

/** What the assessor writes for themselves. It never leaves the vault. */
export function WorkingNote({ assessment, control, row }: Props) {
  const tell = useTell();
  const may = useMay();
  const { subject } = row;
  const draft = useDraft(
    `working note ${assessment} ${control} ${subject}`,
    row.workingNote,
    async (text) =>
      (await tell("write_working_note", { assessment, control, subject, text })).saved,
  );
  return (
    <div className={styles.private}>
      <Field
        id={WORKING}
        isReadOnly={!may.review}
        label={w.working}
        hint={
          <>
            <Icon name="lock" /> {w.workingHint}
          </>
        }
        lines={2}
        value={draft.value}
        onChange={(text) => draft.write(text, "soon")}
        aria-keyshortcuts="w"
        aside={
          <span className={styles.aside}>
            <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
            <Keys keys="W" />
          </span>
        }
      />
      {draft.state.is === "failed" && <FaultNote fault={draft.state.fault} />}
    </div>
  );
}
