import type { Observation } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { date } from "../../words/format";
import styles from "./observation.module.css";

const w = words.desk;

type Props = {
  observation: Observation;
  /** The subject's name, where answers are split. */
  about: string;
  onEdit: () => void;
  onRemove: () => void;
};

/** One observation as it was written down. */
export function ObservationItem({ observation: one, about, onEdit, onRemove }: Props) {
  const what = `${words.code.method[one.method]}, ${date(one.on)}`;
  const aside = [one.withWhom, about, one.by].filter(Boolean).join(" · ");
  return (
    <li className={styles.item}>
      <p className={styles.line}>
        <strong>{words.code.method[one.method]}</strong>
        <span>{date(one.on)}</span>
        <span className={styles.quiet}>{aside}</span>
      </p>
      {one.procedure && <p className={styles.quiet}>{one.procedure}</p>}
      <p>{one.result}</p>
      {(one.population || one.sample) && (
        <p className={styles.quiet}>
          {[one.population, one.sample].filter(Boolean).join(" → ")}
        </p>
      )}
      <p>
        <Button changes weight="quiet" small edge="start" aria-label={w.editObservationOf(what)} onPress={onEdit}>
          {w.editObservation}
        </Button>
        <Button changes weight="quiet" small aria-label={w.removeObservationOf(what)} onPress={onRemove}>
          {w.removeObservation}
        </Button>
      </p>
    </li>
  );
}
