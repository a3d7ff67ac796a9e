import type { Framework, Implementation, Person } from "../../bridge/generated/wire";
import { Checkbox, Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import type { BulkChoice } from "./bulk";
import { decides } from "./needs";
import { named, PersonField } from "./PersonField";
import styles from "./dialog.module.css";

const w = words.desk;

type Props = {
  framework: Framework;
  people: readonly Person[];
  choice: BulkChoice;
  onChange: (part: Partial<BulkChoice>) => void;
};

/** What several answers are to say, and the fields that the word asks for. */
export function BulkFields({ framework, people, choice, onChange }: Props) {
  const { word } = choice;
  const meaning = framework.answers.find((one) => one.id === word)?.meaning;
  return (
    <div className={styles.stack}>
      <Select<Implementation | "keep">
        label={w.bulkWord}
        value={word}
        options={[{ id: "keep", label: w.bulkKeep }, ...framework.answers]}
        onChange={(chosen) => onChange({ word: chosen })}
        {...(meaning ? { hint: meaning } : {})}
      />
      {word !== "keep" && decides(word) && <p className={styles.quiet}>{w.bulkDecision}</p>}
      {word === "planned" && (
        <>
          <PersonField
            label={w.planOwner}
            value={choice.planOwner}
            suggested={named(people)}
            onChange={(planOwner) => onChange({ planOwner })}
          />
          <DateField
            label={w.planDue}
            value={choice.planDue}
            onChange={(planDue) => onChange({ planDue })}
          />
        </>
      )}
      {word === "not-applicable" && (
        <>
          <Field
            label={w.exclusionReason}
            lines={2}
            value={choice.exclusionReason}
            onChange={(exclusionReason) => onChange({ exclusionReason })}
          />
          <PersonField
            label={w.exclusionApprover}
            value={choice.exclusionApprover}
            suggested={named(people)}
            onChange={(exclusionApprover) => onChange({ exclusionApprover })}
          />
        </>
      )}
      {word === "unknown" && (
        <PersonField
          label={w.unknownTitle}
          value={choice.whoWouldKnow}
          suggested={named(people)}
          onChange={(whoWouldKnow) => onChange({ whoWouldKnow })}
        />
      )}
      <Checkbox
        isSelected={choice.onlyUnanswered}
        onChange={(onlyUnanswered) => onChange({ onlyUnanswered })}
      >
        {w.bulkOnlyOpen}
      </Checkbox>
      <Select<BulkChoice["flag"]>
        label={w.bulkFlag}
        value={choice.flag}
        options={options(w.bulkFlags)}
        onChange={(flag) => onChange({ flag })}
      />
      <Field
        label={w.bulkNote}
        hint={w.bulkNoteHint}
        lines={3}
        value={choice.note}
        onChange={(note) => onChange({ note })}
      />
    </div>
  );
}
