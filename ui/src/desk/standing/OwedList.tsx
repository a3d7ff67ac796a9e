import type { Framework, Lack, Owed } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import styles from "./standing.module.css";

const w = words.overview;

type Props = {
  framework: Framework;
  owed: readonly Owed[];
  nameOf: (subject: string) => string;
  onControl: (id: string) => void;
};

/** What is still owed before the assessment can be final, by what lacks. */
export function OwedList({ framework, owed, nameOf, onControl }: Props) {
  const lacks = [...new Set(owed.map((one) => one.lack))];
  return (
    <section className={styles.card}>
      <h2>
        {w.owed} <span className={styles.quiet}>{w.owedCount(owed.length)}</span>
      </h2>
      {owed.length === 0 && (
        <Note tone="good">
          <p>{w.nothingOwed}</p>
        </Note>
      )}
      {lacks.map((lack) => {
        const of = owed.filter((one) => one.lack === lack);
        return (
          <Fold key={lack} title={words.code.lack[lack]} count={of.length}>
            <ul className={styles.owed}>
              {of.map((one, index) => (
                <li key={index}>
                  {one.control ? (
                    <Button
                      weight="quiet"
                      small
                      edge="start"
                      onPress={() => onControl(one.control ?? "")}
                    >
                      {`${one.control} ${controlOf(framework, one.control)?.label ?? ""}`}
                    </Button>
                  ) : null}
                  {one.subject !== "all" && (
                    <span className={styles.quiet}>{nameOf(one.subject)}</span>
                  )}
                  {one.fields.length > 0 && (
                    <span className={styles.quiet}>{fields(framework, lack, one.fields)}</span>
                  )}
                </li>
              ))}
            </ul>
          </Fold>
        );
      })}
    </section>
  );
}

function fields(framework: Framework, lack: Lack, names: readonly string[]): string {
  if (lack !== "decision") return names.join(", ");
  return names
    .map((name) => framework.decisionRecord.find((field) => field.id === name)?.label ?? name)
    .join(", ");
}
