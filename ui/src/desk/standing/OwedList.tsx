import type { Framework, Lack, Owed } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import styles from "./standing.module.css";

const w = words.overview;

/** Where a line of what is owed leads. */
export type OwedWays = {
  onControl: (control: string) => void;
  /** To the finding that has no response. */
  onFinding: (control: string, subject: string) => void;
  onEvidence: () => void;
};

type Props = {
  framework: Framework;
  owed: readonly Owed[];
  nameOf: (subject: string) => string;
  ways: OwedWays;
  /** Whether the groups are open from the start. */
  open: boolean;
};

/** What is still owed before the assessment can be final, by what lacks. */
export function OwedList({ framework, owed, nameOf, ways, open }: Props) {
  const lacks = [...new Set(owed.map((one) => one.lack))];
  if (owed.length === 0) {
    return (
      <Note tone="good">
        <p>{w.nothingOwed}</p>
      </Note>
    );
  }
  return (
    <div>
      {lacks.map((lack) => {
        const of = owed.filter((one) => one.lack === lack);
        return (
          <Group key={lack} title={words.code.lack[lack]} count={of.length} open={open}>
            {of.map((one, index) => (
              <li key={index}>
                <Button weight="quiet" small edge="start" onPress={wayTo(one, ways)}>
                  {nameOfPlace(framework, one)}
                </Button>
                <span className={styles.quiet}>
                  {[
                    one.subject === "all" ? "" : nameOf(one.subject),
                    one.control === null ? "" : fields(framework, lack, one.fields),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </Group>
        );
      })}
    </div>
  );
}

type GroupProps = { title: string; count: number; open: boolean; children: React.ReactNode };

function Group({ title, count, open, children }: GroupProps) {
  return (
    <Fold title={title} count={count} open={open}>
      <ul className={styles.owed}>{children}</ul>
    </Fold>
  );
}

function wayTo({ lack, control, subject }: Owed, ways: OwedWays): () => void {
  if (lack === "phi-look" || control === null) return ways.onEvidence;
  if (lack === "response") return () => ways.onFinding(control, subject);
  return () => ways.onControl(control);
}

function nameOfPlace(framework: Framework, { control, fields: names }: Owed): string {
  if (control === null) return names.join(", ") || w.toEvidence;
  return `${control} ${controlOf(framework, control)?.label ?? ""}`;
}

function fields(framework: Framework, lack: Lack, names: readonly string[]): string {
  if (lack !== "decision") return names.join(", ");
  return names
    .map((name) => framework.decisionRecord.find((field) => field.id === name)?.label ?? name)
    .join(", ");
}
