import { Term } from "../kit/Term";
import { words } from "../words/en";
import type { TermName } from "../words/en/terms";
import styles from "./Step.module.css";

/** The words of a step that may be new to somebody, each of which explains itself. */
export function InPlainWords({ names }: { names: readonly TermName[] }) {
  return (
    <p className={styles.words}>
      {words.start.plainWords}{" "}
      {names.map((name) => (
        <Term key={name} name={name} />
      ))}
    </p>
  );
}
