import { memo } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { Control, Framework, Implementation } from "../../bridge/generated/wire";
import { Icon } from "../../kit/Icon";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { answerIcons } from "../marks";
import styles from "./answer.module.css";

const w = words.desk;

/** Returns the answer words that a control may be answered with, in the order of their keys. */
export function allowed(framework: Framework, control: Control): Implementation[] {
  const decides = framework.classes.find((c) => c.id === control.class)?.allowsDecision ?? false;
  return framework.answers
    .map((word) => word.id)
    .filter((id) => decides || (id !== "alternative" && id !== "not-reasonable"));
}

type Props = {
  framework: Framework;
  control: Control;
  value: Implementation | null;
  onChange: (word: Implementation) => void;
};

/** The answer words as one row of choices, each with its key. */
export const AnswerWordBar = memo(function AnswerWordBar(props: Props) {
  const { framework, control, value, onChange } = props;
  const isReadOnly = useReadOnly();
  const open = allowed(framework, control);
  const closed = framework.answers.filter((a) => !open.includes(a.id)).map((a) => a.label);
  const chosen = framework.answers.find((word) => word.id === value);
  return (
    <div className={styles.wordBar}>
      <RadioGroup
        value={value}
        isDisabled={isReadOnly}
        onChange={(word) => onChange(word as Implementation)}
        orientation="horizontal"
      >
        <Label className="visually-hidden">{w.answer}</Label>
        <div className={styles.wordList}>
          {framework.answers.map((word, index) => (
            <RadioField
              key={word.id}
              value={word.id}
              isDisabled={!open.includes(word.id)}
              className={styles.place ?? ""}
            >
              <RadioButton className={styles.word ?? ""} data-word={word.id}>
                <Icon name={answerIcons[word.id]} />
                <span className={styles.wordLabel}>{word.label}</span>
                <span className={styles.wordKey} aria-hidden="true">
                  {index + 1}
                </span>
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <div className={styles.meaning}>
        <p aria-live="polite">{chosen?.meaning ?? w.chooseWord}</p>
        {closed.length > 0 && <p>{w.notAllowed(closed.join(", "))}</p>}
      </div>
    </div>
  );
});
