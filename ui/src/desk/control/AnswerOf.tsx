import { useCallback, useMemo } from "react";
import { flushSync } from "react-dom";
import type {
  AnswerRow,
  AnswerWords,
  Control,
  ControlView,
  Framework,
  Implementation,
  Person,
} from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { useActions } from "../../kit/actions";
import { words } from "../../words/en";
import { AnswerFields } from "./AnswerFields";
import { change, useAnswerDraft, useSaid } from "./answerDraft";
import { AnswerHead } from "./AnswerHead";
import { allowed, AnswerWordBar } from "./AnswerWordBar";
import { toEnd } from "./focus";
import { toFirstLacking } from "./Needed";
import { NOTE } from "./NoteField";
import { WORKING } from "./WorkingNote";
import styles from "./answer.module.css";

const w = words.desk;

type Props = {
  framework: Framework;
  control: Control;
  view: ControlView;
  row: AnswerRow;
  people: readonly Person[];
};

/** One answer being written, saved as it is written, with its keys. */
export function AnswerOf({ framework, control, view, row, people }: Props) {
  const draft = useAnswerDraft(view, row);
  const said = useSaid(draft);
  const may = useMay();
  const open = useMemo(() => allowed(framework, control), [framework, control]);
  const now = useCallback((part: Partial<AnswerWords>) => change(draft, part, "now"), [draft]);
  const soon = useCallback((part: Partial<AnswerWords>) => change(draft, part, "soon"), [draft]);
  const choose = useCallback((implementation: Implementation) => now({ implementation }), [now]);

  useActions([
    ...framework.answers.map(({ id, label }, index) => ({
      id: `answer-${id}`,
      name: w.answerWith(label),
      keys: String(index + 1),
      group: w.group,
      isDisabled: !open.includes(id),
      changes: true,
      run: () => {
        // What the word asks for must stand there before the focus can go into it.
        flushSync(() => choose(id));
        toFirstLacking();
      },
    })),
    {
      id: "flag",
      name: w.flag,
      keys: "F",
      group: w.group,
      isDisabled: !may.review,
      run: () => now({ flagged: !said.flagged }),
    },
    { id: "note", name: w.writeNote, keys: "E", group: w.group, run: () => toEnd(NOTE) },
    { id: "working-note", name: w.writeWorking, keys: "W", group: w.group, run: () => toEnd(WORKING) },
  ]);

  return (
    <>
      <section className={styles.words} data-part="words" aria-label={w.answer}>
        <AnswerHead view={view} control={control} row={row} draft={draft} flagged={said.flagged} onChange={now} />
        <AnswerWordBar
          framework={framework}
          control={control}
          value={said.implementation}
          onChange={choose}
        />
      </section>
      <AnswerFields
        framework={framework}
        control={control}
        view={view}
        row={row}
        people={people}
        draft={draft}
        said={said}
        now={now}
        soon={soon}
      />
    </>
  );
}
