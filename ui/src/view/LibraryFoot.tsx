import { useState } from "react";
import { useMay } from "../bridge/may";
import { useAsk } from "../bridge/queries";
import { DestroyedDialog } from "../desk/handover/DestroyedDialog";
import { OpenBundleDialog } from "../desk/handover/OpenBundleDialog";
import { useVerify } from "../desk/issued/useVerify";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { Icon } from "../kit/Icon";
import { classes } from "../kit/classes";
import { words } from "../words/en";
import { usePlace } from "./place";
import { useDestroyed } from "./useDestroyed";
import styles from "./LibraryView.module.css";

/** What stands below the library: how old the last backup is, and the ways in for what somebody
 * else hands over or shows. What was destroyed last is said over it. */
export function LibraryFoot() {
  const { go } = usePlace();
  const may = useMay();
  const [taking, setTaking] = useState(false);
  const [destroyed, setDestroyed] = useDestroyed();
  const take = () => setTaking(true);
  const verify = useVerify();
  useActions(
    may.assess
      ? [{ id: "take bundle", name: words.bundle.takeAction, group: words.library.group, run: take }]
      : [],
  );
  return (
    <footer className={styles.foot}>
      <LastBackup />
      <span className={styles.ways}>
        <Button weight="quiet" icon="shield" onPress={verify.open}>
          {words.verify.open}
        </Button>
        {may.assess && (
          <Button weight="quiet" edge="end" icon="inbox" onPress={take}>
            {words.bundle.take}
          </Button>
        )}
      </span>
      {verify.dialog}
      {taking && (
        <OpenBundleDialog
          onClose={() => setTaking(false)}
          onShow={(organisation) => go({ at: "organisation", organisation })}
        />
      )}
      {destroyed && <DestroyedDialog done={destroyed} onClose={() => setDestroyed(null)} />}
    </footer>
  );
}

/** When the last backup was made, and the way to make one; in earnest when it is overdue. */
function LastBackup() {
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
