import type { Person } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import styles from "./panel.module.css";

const MOST = 6;

/** What can be pressed, and what is then written. */
export type Suggestion = { label: string; text: string };

/** Returns people by name; what is written says what they do, too. */
export function named(people: readonly Person[]): Suggestion[] {
  return people.map(({ name, role }) => ({ label: name, text: role ? `${name}, ${role}` : name }));
}

/** Returns a role that is written as it is shown. */
export function asIs(label: string): Suggestion {
  return { label, text: label };
}

type Props = {
  label: string;
  hint?: string;
  value: string;
  /** Names or roles to begin with. */
  suggested: readonly Suggestion[];
  onChange: (value: string) => void;
};

/** Somebody by name or role. While it is empty, those who are known stand below it. */
export function PersonField({ label, hint, value, suggested, onChange }: Props) {
  return (
    <div className={styles.person}>
      <Field label={label} value={value} onChange={onChange} {...(hint ? { hint } : {})} />
      {value === "" && suggested.length > 0 && (
        <div role="group" aria-label={words.desk.suggested(label)} className={styles.suggested}>
          {suggested.slice(0, MOST).map(({ label: name, text }) => (
            <Button changes key={text} small weight="quiet" onPress={() => onChange(text)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
