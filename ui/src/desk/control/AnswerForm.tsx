import { useMemo } from "react";
import type {
  AnswerRow,
  AnswerWords,
  Control,
  ControlView,
  Determination,
  Framework,
} from "../../bridge/generated/wire";
import type { Draft } from "../../bridge/savers";
import { Checkbox, Radios } from "../../kit/Choice";
import { ToggleButton } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { clock } from "../../words/format";
import { FaultNote } from "../FaultNote";
import { SaveMark } from "../SaveMark";
import { AnswerWordBar } from "./AnswerWordBar";
import { DecisionPanel, ExclusionPanel, PlanPanel, UnknownPanel } from "./panels";
import { NoteField } from "./NoteField";
import { WorkingNote } from "./WorkingNote";
import styles from "./answer.module.css";

const w = words.desk;

type Props = {
  framework: Framework;
  control: Control;
  view: ControlView;
  row: AnswerRow;
  draft: Draft<AnswerWords>;
};

/** One answer in full: word, conclusion, what that asks for, note and private note. */
export function AnswerForm({ framework, control, view, row, draft }: Props) {
  const said = draft.value;
  const soon = (part: Partial<AnswerWords>) => draft.write({ ...said, ...part }, "soon");
  const now = (part: Partial<AnswerWords>) => draft.write({ ...said, ...part }, "now");
  const conclusions = useMemo(
    () => [
      { id: "none" as const, label: w.noDetermination },
      { id: "satisfied" as const, label: words.code.determination.satisfied },
      {
        id: "other-than-satisfied" as const,
        label: words.code.determination["other-than-satisfied"],
      },
    ],
    [],
  );
  const contradicts =
    said.implementation === "implemented" && said.determination === "other-than-satisfied";
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <h2>{w.answer}</h2>
        {row.changed && (
          <span className={styles.by}>{w.answeredBy(row.assessor, clock(row.changed))}</span>
        )}
        <SaveMark state={draft.state} held={row.changed} onRetry={draft.retry} />
        <ToggleButton
          icon="flag"
          keys="F"
          aria-keyshortcuts="f"
          isSelected={said.flagged}
          onChange={(flagged) => now({ flagged })}
        >
          {w.flag}
        </ToggleButton>
      </div>
      {draft.state.is === "failed" && <FaultNote fault={draft.state.fault} />}
      <AnswerWordBar
        framework={framework}
        control={control}
        value={said.implementation}
        onChange={(implementation) => now({ implementation })}
      />
      <DecisionPanel framework={framework} said={said} onChange={soon} />
      <ExclusionPanel view={view} row={row} said={said} onChange={soon} />
      <PlanPanel said={said} onChange={soon} />
      <UnknownPanel said={said} onChange={soon} />
      <Radios<Determination | "none">
        label={w.determination}
        value={said.determination ?? "none"}
        options={conclusions}
        onChange={(id) => now({ determination: id === "none" ? null : id })}
        flow="line"
      />
      {contradicts && (
        <Note tone="warn" live>
          <p>{w.contradiction}</p>
        </Note>
      )}
      {control.qualifiers.length > 0 && (
        <fieldset className={styles.qualifiers}>
          <legend>{w.qualifiers}</legend>
          {control.qualifiers.map((qualifier) => (
            <Checkbox
              key={qualifier.id}
              isSelected={said.qualifiers.includes(qualifier.id)}
              onChange={(on) =>
                now({
                  qualifiers: on
                    ? [...said.qualifiers, qualifier.id]
                    : said.qualifiers.filter((id) => id !== qualifier.id),
                })
              }
            >
              {qualifier.label}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <NoteField value={said.note} onChange={(note) => soon({ note })} />
      <WorkingNote assessment={view.assessment} control={control.id} row={row} />
    </div>
  );
}
