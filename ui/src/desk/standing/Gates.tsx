import type { Framework, ItemStanding, Standing } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Note } from "../../kit/Note";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import { StateMark } from "../marks";
import type { Over } from "./behind";
import { opens } from "./opens";
import styles from "./standing.module.css";

const w = words.overview;
type Props = {
  framework: Framework;
  standing: Standing;
  onOver: (over: Over) => void;
  onControl: (id: string) => void;
};

/** The gates that lower the word, each with the rows that closed it and what would open it. */
export function Gates({ framework, standing, onOver, onControl }: Props) {
  const items = new Map<string, ItemStanding>(standing.items.map((i) => [i.control, i]));
  return (
    <section className={styles.card} aria-label={w.gates}>
      <header>
        <h2>
          <Term name="gate">{w.gates}</Term>
        </h2>
        <p className={styles.quiet}>{w.gatesWords}</p>
      </header>
      {standing.gates.length === 0 && (
        <Note tone="good">
          <p>{w.noGates}</p>
        </Note>
      )}
      <ul>
        {standing.gates.map((gate) => (
          <li key={gate.gate}>
            <Fold title={gate.title} count={w.gateCap(gate.cap, gate.controls.length)}>
              <p className={styles.opens}>{opens(framework, standing, gate.gate).join(" ")}</p>
              {gate.controls.length === 0 && (
                <Button weight="quiet" small edge="start" onPress={() => onOver("all")}>
                  {w.showRows}
                </Button>
              )}
              <ul className={styles.closers}>
                {gate.controls.map((id) => (
                  <li key={id}>
                    <Button weight="quiet" small edge="start" onPress={() => onControl(id)}>
                      {`${id} ${controlOf(framework, id)?.label ?? ""}`}
                    </Button>
                    {items.has(id) && (
                      <StateMark state={items.get(id)?.state ?? "unresolved"} />
                    )}
                  </li>
                ))}
              </ul>
            </Fold>
          </li>
        ))}
      </ul>
    </section>
  );
}
