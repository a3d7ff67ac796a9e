import { memo } from "react";
import { Button } from "../../kit/Button";
import { Meter } from "../../kit/Meter";
import { words } from "../../words/en";
import styles from "./bar.module.css";

const w = words.desk;

type Props = {
  answered: number;
  all: number;
  /** What is to be answered next, as one reads it; nothing when all is answered. */
  next: string | null;
  onPrevious: () => void;
  onNext: () => void;
  onUnanswered: () => void;
  onFlagged: () => void;
  onAsked: () => void;
  onOwed: () => void;
};

/** How far the assessment is, what comes next, and the ways from control to control. */
export const DeskBar = memo(function DeskBar(props: Props) {
  const { answered, all, next } = props;
  const done = w.progress(answered, all);
  return (
    <nav className={styles.bar} aria-label={w.controls}>
      <div className={styles.where}>
        <span className={styles.done}>
          <span>{done}</span>
          <Meter label={w.answer} value={answered} total={all} text={done} slim />
        </span>
        {next !== null && (
          <Button
            weight="quiet"
            small
            edge="start"
            keys="N"
            aria-keyshortcuts="n"
            onPress={props.onUnanswered}
          >
            {next}
          </Button>
        )}
        {next === null && answered < all && <span className={styles.last}>{w.lastOpen}</span>}
        {next === null && answered === all && (
          <Button weight="quiet" small edge="start" onPress={props.onOwed}>
            {w.allAnsweredNext}
          </Button>
        )}
      </div>
      <div className={styles.steps}>
        <Button weight="quiet" small icon="left" keys="K" aria-keyshortcuts="k" onPress={props.onPrevious}>
          <span className={styles.roomy}>{w.previous}</span>
        </Button>
        <Button weight="quiet" small icon="right" keys="J" aria-keyshortcuts="j" onPress={props.onNext}>
          <span className={styles.roomy}>{w.next}</span>
        </Button>
        <Button weight="quiet" small keys="G" aria-keyshortcuts="g" onPress={props.onFlagged}>
          {w.nextFlagged}
        </Button>
        <Button weight="quiet" small keys="R" aria-keyshortcuts="r" onPress={props.onAsked}>
          {w.nextAskedShort}
        </Button>
      </div>
    </nav>
  );
});
