import type { Person } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import styles from "./panel.module.css";

const MOST = 5;

/** Returns people as one names them: with what they do. */
export function named(people: readonly Person[]): string[] {
  return people.map(({ name, role }) => (role ? `${name}, ${role}` : name));
}

type Props = {
  label: string;
  hint?: string;
  value: string;
  /** Names or roles to begin with. */
  suggested: readonly string[];
  onChange: (value: string) => void;
};

/** Somebody by name or role. While it is empty, those who are known stand below it. */
export function PersonField({ label, hint, value, suggested, onChange }: Props) {
  return (
    <div className={styles.person}>
      <Field label={label} value={value} onChange={onChange} {...(hint ? { hint } : {})} />
      {value === "" && suggested.length > 0 && (
        <div role="group" aria-label={words.desk.suggested(label)} className={styles.suggested}>
          {suggested.slice(0, MOST).map((name) => (
            <Button key={name} small weight="quiet" onPress={() => onChange(name)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
