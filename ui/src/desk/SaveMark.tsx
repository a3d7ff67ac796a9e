import type { SaveState } from "../bridge/saver";
import { Button } from "../kit/Button";
import { Status } from "../kit/Status";
import { words } from "../words/en";
import { clock } from "../words/format";
import styles from "./SaveMark.module.css";

type Props = { state: SaveState; held: string | null; onRetry: () => void };

/** Says whether what is written is in the vault: "saved" only after the commit. */
export function SaveMark({ state, held, onRetry }: Props) {
  return (
    <span className={styles.mark} role="status">
      {state.is === "waiting" && <span className={styles.quiet}>{words.kit.waiting}</span>}
      {state.is === "saving" && <span className={styles.quiet}>{words.kit.saving}</span>}
      {state.is === "saved" && (
        <Status shade="good" icon="check">
          {words.kit.saved(clock(state.at))}
        </Status>
      )}
      {state.is === "clean" && held && (
        <span className={styles.quiet}>{words.kit.saved(clock(held))}</span>
      )}
      {state.is === "failed" && (
        <>
          <Status shade="bad" icon="stop">
            {words.kit.notSaved}
          </Status>
          <Button weight="quiet" onPress={onRetry}>
            {words.kit.tryAgain}
          </Button>
        </>
      )}
    </span>
  );
}
