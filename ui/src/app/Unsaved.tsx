import { useFailed, useSavers } from "../bridge/savers";
import { Button } from "../kit/Button";
import { Icon } from "../kit/Icon";
import { words } from "../words/en";
import styles from "./Frame.module.css";

/** Says on every screen that something written on one of them is not in the vault. */
export function Unsaved() {
  const failed = useFailed();
  const savers = useSavers();
  return (
    <span className={styles.unsaved}>
      {failed > 0 && <Icon name="stop" />}
      <span role="status">{failed > 0 ? words.frame.unsaved(failed) : ""}</span>
      {failed > 0 && (
        <Button weight="quiet" small onPress={() => void savers.flush()}>
          {words.kit.tryAgain}
        </Button>
      )}
    </span>
  );
}
