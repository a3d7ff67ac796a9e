import { Meter } from "../../kit/Meter";
import { percent } from "../../words/format";
import { words } from "../../words/en";
import styles from "./standing.module.css";

const w = words.overview;

type Props = {
  title: string;
  means: string;
  provisions: number | null;
  all: number | null;
  tone: "bar" | "bar2";
};

/** One of the two figures, never mixed: over provisions large, over all items beside it. */
export function Figure({ title, means, provisions, all, tone }: Props) {
  const line = (name: string, figure: number | null) => (
    <p className={styles.figureLine}>
      <span>{name}</span>
      <Meter
        label={`${title}: ${name}`}
        value={figure ?? 0}
        total={100}
        text={figure === null ? w.noFigure : percent(figure)}
        tone={tone}
      />
      <strong>{percent(figure)}</strong>
    </p>
  );
  return (
    <section className={styles.figure} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.big}>{percent(provisions)}</p>
      <p className={styles.quiet}>{means}</p>
      {line(w.provisions, provisions)}
      {line(w.allItems, all)}
    </section>
  );
}
