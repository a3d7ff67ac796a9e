import type { SaveState } from "../bridge/saver";
import { Button } from "../kit/Button";
import { Icon } from "../kit/Icon";
import { classes } from "../kit/classes";
import { words } from "../words/en";
import { clock } from "../words/format";
import styles from "./SaveMark.module.css";

type Props = { state: SaveState; held: string | null; onRetry: () => void };

/** Returns what a draft says of itself. */
function sentence(state: SaveState, held: string | null): string {
  switch (state.is) {
    case "clean":
      return held ? words.kit.saved(clock(held)) : "";
    case "waiting":
      return words.kit.waiting;
    case "saving":
      return words.kit.saving;
    case "saved":
      return words.kit.saved(clock(state.at));
    case "failed":
      return words.kit.notSaved;
  }
}

/** Says whether what is written is in the vault: "saved" only after the commit. The sentence is
 * one text that changes, because a reader of the screen loses a text that is put in anew. */
export function SaveMark({ state, held, onRetry }: Props) {
  const done = state.is === "saved";
  const failed = state.is === "failed";
  return (
    <span className={styles.mark}>
      {done && <Icon name="check" />}
      {failed && <Icon name="stop" />}
      <span
        role="status"
        className={classes(styles.quiet, done && styles.done, failed && styles.failed)}
      >
        {sentence(state, held)}
      </span>
      {failed && (
        <Button weight="quiet" onPress={onRetry}>
          {words.kit.tryAgain}
        </Button>
      )}
    </span>
  );
}
