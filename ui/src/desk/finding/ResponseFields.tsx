import type { Response, ResponseCourse, ResponseState } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import styles from "./finding.module.css";

const w = words.finding;
type Said = { consequence: string; response: Response };
type Props = {
  /** The finding's id. */
  of: string;
  value: Said;
  /** What the catalogue says could happen, shown until somebody writes their own words. */
  failure: string;
  onChange: (value: Said, when: "now" | "soon") => void;
};

/** The client's response to a finding, and what could happen without one. */
export function ResponseFields({ of, value, failure, onChange }: Props) {
  const { consequence, response } = value;
  const reply = (part: Partial<Response>, when: "now" | "soon") => {
    onChange({ consequence, response: { ...response, ...part } }, when);
  };
  return (
    <>
      <div className={styles.fields}>
        <Select<ResponseCourse>
          label={w.course}
          value={response.course}
          options={options(words.code.course)}
          onChange={(course) => reply({ course }, "now")}
        />
        <Select<ResponseState>
          label={w.state}
          value={response.state}
          options={options(words.code.response)}
          onChange={(state) => reply({ state }, "now")}
        />
        <Field
          label={w.owner}
          value={response.owner}
          onChange={(owner) => reply({ owner }, "soon")}
        />
        {/* A day that was typed in part belongs to its finding alone. */}
        <DateField
          key={of}
          label={w.due}
          value={response.due}
          onChange={(due) => reply({ due }, "soon")}
        />
      </div>
      <div className={styles.texts}>
        <Field
          label={w.text}
          hint={w.textHint}
          lines={3}
          value={response.text}
          onChange={(text) => reply({ text }, "soon")}
        />
        <Field
          label={w.consequence}
          hint={w.consequenceHint}
          placeholder={failure}
          lines={3}
          value={consequence}
          onChange={(text) => {
            onChange({ consequence: text, response }, "soon");
          }}
        />
      </div>
    </>
  );
}
