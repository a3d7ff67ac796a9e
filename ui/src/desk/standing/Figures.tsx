import { Button } from "react-aria-components";
import type { Standing } from "../../bridge/generated/wire";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import type { Over } from "./behind";
import { Figure } from "./Figure";
import styles from "./standing.module.css";

const w = words.overview;

type Props = { standing: Standing; onOver: (over: Over) => void };

/** The two figures, the word that they earn, and the sentence that stands with them. */
export function Figures({ standing, onOver }: Props) {
  const { provisions, all, band, word } = standing;
  return (
    <>
      <div className={styles.figures}>
        <Figure
          term="conformity"
          title={w.conformity}
          means={w.conformityMeans}
          provisions={provisions.conformity}
          all={all.conformity}
          tone="conformity"
          onOver={onOver}
        />
        <Figure
          term="assurance"
          title={w.assurance}
          means={w.assuranceMeans}
          provisions={provisions.assurance}
          all={all.assurance}
          tone="assurance"
          onOver={onOver}
        />
        <section className={styles.figure} aria-label={w.word}>
          <h2>
            <Term name="band">{w.word}</Term>
          </h2>
          <p className={styles.big}>{word}</p>
          <p className={styles.quiet}>{word === band ? w.wordSame : w.wordFrom(band)}</p>
          <Button className={styles.coverage ?? ""} onPress={() => onOver("all")}>
            <strong>
              {w.coverage} {percent(all.coverage)}
            </strong>
            <span className={styles.quiet}>{w.coverageMeans(all.resolved, all.applicable)}</span>
            <span className="visually-hidden">{w.showRows}</span>
          </Button>
        </section>
      </div>
      <p className={styles.disclaimer}>{standing.disclaimer}</p>
    </>
  );
}
