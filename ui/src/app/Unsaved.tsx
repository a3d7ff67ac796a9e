import { useFailed, useSavers } from "../bridge/savers";
import { Button } from "../kit/Button";
import { Status } from "../kit/Status";
import { words } from "../words/en";
import styles from "./Frame.module.css";

/** Says on every screen that something written on one of them is not in the vault. */
export function Unsaved() {
  const failed = useFailed();
  const savers = useSavers();
  return (
    <span role="status" className={styles.unsaved}>
      {failed > 0 && (
        <>
          <Status shade="bad" icon="stop">
            {words.frame.unsaved(failed)}
          </Status>
          <Button weight="quiet" small onPress={() => void savers.flush()}>
            {words.kit.tryAgain}
          </Button>
        </>
      )}
    </span>
  );
}
