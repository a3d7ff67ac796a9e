import type { Framework, ItemStanding, Standing } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Icon } from "../../kit/Icon";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import { StateMark } from "../marks";
import styles from "./standing.module.css";

const w = words.overview;
type Props = { framework: Framework; standing: Standing; onControl: (id: string) => void };

/** The gates that lower the word, each with the rows that closed it. */
export function Gates({ framework, standing, onControl }: Props) {
  const items = new Map<string, ItemStanding>(standing.items.map((i) => [i.control, i]));
  return (
    <section className={styles.card}>
      <h2>{w.gates}</h2>
      {standing.gates.length === 0 && (
        <Note tone="good">
          <p>{w.noGates}</p>
        </Note>
      )}
      <ul>
        {standing.gates.map((gate) => (
          <li key={gate.gate} className={styles.gate}>
            <Icon name="lock" />
            <div>
              <p>
                <strong>{gate.title}</strong> {w.gateCap(gate.cap)}
              </p>
              {gate.controls.length === 0 && <p className={styles.quiet}>{w.gateFigure}</p>}
              <ul className={styles.closers}>
                {gate.controls.map((id) => (
                  <li key={id}>
                    <Button weight="quiet" onPress={() => onControl(id)}>
                      {`${id} ${controlOf(framework, id)?.label ?? ""}`}
                    </Button>
                    {items.has(id) && (
                      <StateMark state={items.get(id)?.state ?? "unresolved"} />
                    )}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
