import { Button } from "../../kit/Button";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date } from "../../words/format";
import type { Bucket, Due } from "./arrange";
import styles from "./request.module.css";

const w = words.request;

type Props = { due: Due; onBucket: (bucket: Bucket) => void; onOpen: (id: string) => void };

/** What is overdue, what is next, and what waits to be looked at. */
export function NextUp({ due, onBucket, onOpen }: Props) {
  const calm = due.overdue === 0 && due.week === 0 && due.received === 0;
  const { next } = due;
  return (
    <section className={styles.nextUp} aria-label={w.summary}>
      {calm && (
        <Status shade="good" icon="check">
          {w.nothingDue}
        </Status>
      )}
      {due.overdue > 0 && (
        <Button small icon="clock" onPress={() => onBucket("overdue")}>
          {w.overdueCount(due.overdue)}
        </Button>
      )}
      {due.week > 0 && (
        <Button small onPress={() => onBucket("week")}>
          {w.weekCount(due.week)}
        </Button>
      )}
      {due.received > 0 && (
        <Button small icon="inbox" onPress={() => onBucket("received")}>
          {w.receivedCount(due.received)}
        </Button>
      )}
      {next && (
        <p className={styles.next}>
          <span className={styles.quiet}>{w.next}</span>
          <Button weight="quiet" small onPress={() => onOpen(next.request.id)}>
            {w.nextWords(next.request.artefact, next.person, date(next.request.due))}
          </Button>
        </p>
      )}
    </section>
  );
}
