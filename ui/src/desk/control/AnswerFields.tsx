import { Fragment } from "react";
import type {
  AnswerRow,
  AnswerWords,
  Control,
  ControlView,
  Determination,
  Framework,
  Person,
} from "../../bridge/generated/wire";
import { Checkbox, Radios } from "../../kit/Choice";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import type { AnswerDraft, Said } from "./answerDraft";
import { DecisionPanel } from "./DecisionPanel";
import { NoteField } from "./NoteField";
import { ExclusionPanel, PlanPanel, UnknownPanel } from "./panels";
import { WorkingNote } from "./WorkingNote";
import styles from "./answer.module.css";

const w = words.desk;

const conclusions: { id: Determination | "none"; label: string }[] = [
  { id: "none", label: w.noDetermination },
  { id: "satisfied", label: words.code.determination.satisfied },
  { id: "other-than-satisfied", label: words.code.determination["other-than-satisfied"] },
];

type Props = {
  framework: Framework;
  control: Control;
  view: ControlView;
  row: AnswerRow;
  people: readonly Person[];
  draft: AnswerDraft;
  said: Said;
  now: (part: Partial<AnswerWords>) => void;
  soon: (part: Partial<AnswerWords>) => void;
};

/** What the chosen word asks for, the conclusion, the note and the private note. */
export function AnswerFields(props: Props) {
  const { framework, control, view, row, people, draft, said, now, soon } = props;
  const asked = { framework, said, people, onChange: soon };
  const place = `${control.id} ${row.subject}`;
  const contradicts =
    said.implementation === "implemented" && said.determination === "other-than-satisfied";
  return (
    <div className={styles.fieldsOf} data-part="fields">
      <Fragment key={`asked ${place}`}>
        <DecisionPanel {...asked} />
        <ExclusionPanel {...asked} view={view} row={row} />
        <PlanPanel {...asked} />
        <UnknownPanel {...asked} control={control} />
      </Fragment>
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
      {/* A field's own undo must never bring back what was written elsewhere. */}
      <NoteField key={`note ${place}`} draft={draft} />
      <WorkingNote key={`working ${place}`} assessment={view.assessment} control={control.id} row={row} />
    </div>
  );
}
