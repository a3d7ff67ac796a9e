import { Button } from "react-aria-components";
import type { Evidence } from "../../bridge/generated/wire";
import { Icon } from "../../kit/Icon";
import { words } from "../../words/en";
import styles from "./evidence.module.css";

const w = words.evidence;

/** Returns the other half of a pair: the redacted copies of an item, or its sealed original. */
export function pairOf(evidence: Evidence, all: readonly Evidence[]): readonly Evidence[] {
  return all.filter(
    (other) =>
      other.withdrawn === null &&
      (other.redacts === evidence.id || other.id === evidence.redacts),
  );
}

type Props = { evidence: Evidence; others: readonly Evidence[]; onLook: (evidence: Evidence) => void };

/** Names the other half of a pair and opens it. */
export function PairNote({ evidence, others, onLook }: Props) {
  if (others.length === 0) return null;
  return (
    <ul aria-label={w.pair} className={styles.pair}>
      {others.map((other) => (
        <li key={other.id}>
          <Icon name="lock" />
          <span>{other.id === evidence.redacts ? w.sealedOriginal : w.redactedCopy}</span>
          <Button
            className={styles.look ?? ""}
            aria-label={w.look(other.title)}
            onPress={() => onLook(other)}
          >
            {other.title}
          </Button>
        </li>
      ))}
    </ul>
  );
}
