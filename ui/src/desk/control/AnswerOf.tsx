import type { AnswerRow, AnswerWords, Control, ControlView, Framework } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { useKeys } from "../../kit/useKeys";
import { AnswerForm } from "./AnswerForm";
import { allowed } from "./AnswerWordBar";

type Props = { framework: Framework; control: Control; view: ControlView; row: AnswerRow };

/** One answer being written, saved as it is written, with its keys. */
export function AnswerOf({ framework, control, view, row }: Props) {
  const tell = useTell();
  const { assessment } = view;
  const { subject } = row;
  const draft = useDraft<AnswerWords>(
    `answer ${assessment} ${control.id} ${subject}`,
    row.words,
    async (words) =>
      (await tell("answer", { assessment, control: control.id, subject, words })).saved,
  );
  const open = allowed(framework, control);
  const keys = framework.answers.map((word, index): [string, () => void] => [
    String(index + 1),
    () => {
      if (open.includes(word.id)) draft.write({ ...draft.value, implementation: word.id }, "now");
    },
  ]);
  useKeys({
    ...Object.fromEntries(keys),
    f: () => draft.write({ ...draft.value, flagged: !draft.value.flagged }, "now"),
    w: () => {
      const note = document.getElementById("answer-note");
      if (!(note instanceof HTMLTextAreaElement)) return;
      note.focus();
      note.setSelectionRange(note.value.length, note.value.length);
    },
  });
  return <AnswerForm framework={framework} control={control} view={view} row={row} draft={draft} />;
}
