import { Button } from "../../../kit/Button";
import { Note } from "../../../kit/Note";
import { words } from "../../../words/en";
import { usePlanFiles } from "./usePlanFiles";
import styles from "./plan.module.css";

const w = words.plan;

/** The evidence plan among what leaves: what it is, how it leaves, and how it comes back. */
export function PlanCard({ assessment }: { assessment: string }) {
  const { write, read, said, dialog } = usePlanFiles(assessment);
  return (
    <section className={styles.card} aria-label={w.title}>
      <div className={styles.words}>
        <h2>{w.title}</h2>
        <p>{w.about}</p>
      </div>
      <div className={styles.buttons}>
        <Button changes icon="inbox" onPress={read}>
          {w.read}
        </Button>
        <Button changes icon="download" onPress={write}>
          {w.write}
        </Button>
      </div>
      {said && (
        <div className={styles.outcome}>
          <Note tone="good">
            <p>{said}</p>
          </Note>
        </div>
      )}
      {dialog}
    </section>
  );
}
