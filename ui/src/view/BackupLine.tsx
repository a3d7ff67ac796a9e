import { useAsk } from "../bridge/queries";
import { Button } from "../kit/Button";
import { Icon } from "../kit/Icon";
import { classes } from "../kit/classes";
import { words } from "../words/en";
import { usePlace } from "./place";
import styles from "./LibraryView.module.css";

/** When the last backup was made, and the way to make one; in earnest when it is overdue. */
export function BackupLine() {
  const { go } = usePlace();
  const asked = useAsk("backups", {});
  const vault = useAsk("status", {}, { fresh: Infinity }).data?.vault;
  const sentence = asked.data?.sentence ?? vault?.backup;
  if (!sentence || vault?.sample) return null;
  const isOverdue = asked.data?.isOverdue ?? false;
  return (
    <p className={classes(styles.backup, isOverdue && styles.overdue)}>
      {isOverdue && <Icon name="warning" />}
      <span>{sentence}</span>
      <Button weight="quiet" small onPress={() => go({ at: "vault", part: "health" })}>
        {words.health.toBackups}
      </Button>
    </p>
  );
}
