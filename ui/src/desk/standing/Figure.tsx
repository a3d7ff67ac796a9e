import { Button } from "react-aria-components";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import type { TermName } from "../../words/en/terms";
import { percent } from "../../words/format";
import { Bar, type Tone } from "./Bar";
import type { Over } from "./behind";
import styles from "./standing.module.css";

const w = words.overview;

type Props = {
  title: string;
  term: TermName;
  means: string;
  provisions: number | null;
  all: number | null;
  tone: Tone;
  onOver: (over: Over) => void;
};

/** One of the two figures, never mixed: over provisions large, over all items beside it. Each
 * leads to the rows it came from. */
export function Figure({ title, term, means, provisions, all, tone, onOver }: Props) {
  const line = (over: "provisions" | "all", name: string, figure: number | null) => (
    <Button className={styles.figureLine ?? ""} onPress={() => onOver(over)}>
      <span className="visually-hidden">{title}: </span>
      <span>{name}</span>
      <Bar share={figure} tone={tone} />
      <strong>{percent(figure)}</strong>
      <span className="visually-hidden">{w.showRows}</span>
    </Button>
  );
  return (
    <section className={styles.figure} aria-label={title}>
      <h2>
        <Term name={term}>{title}</Term>
      </h2>
      <p className={styles.big}>{percent(provisions)}</p>
      <p className={styles.quiet}>{means}</p>
      <div className={styles.lines}>
        {line("provisions", w.provisions, provisions)}
        {line("all", w.allItems, all)}
      </div>
    </section>
  );
}
