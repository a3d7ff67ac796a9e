import type { Fault } from "../bridge/fault";
import { Button } from "../kit/Button";
import { Note } from "../kit/Note";
import { words } from "../words/en";
import styles from "./FaultNote.module.css";

type Props = { fault: Fault; title?: string; onRetry?: () => void };

/** What went wrong, what was kept, what to do, and a code to quote. */
export function FaultNote({ fault, title, onRetry }: Props) {
  return (
    <Note tone="bad" live {...(title ? { title } : {})}>
      <p>{fault.message}</p>
      {fault.hint && <p>{fault.hint}</p>}
      <p className={styles.foot}>
        <span className={styles.reference}>{words.fault.reference(fault.reference)}</span>
        {onRetry && (
          <Button weight="quiet" edge="start" onPress={onRetry}>
            {words.kit.tryAgain}
          </Button>
        )}
      </p>
    </Note>
  );
}
