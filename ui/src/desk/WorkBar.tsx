import type { Work } from "../bridge/work";
import { Button } from "../kit/Button";
import { Progress } from "../kit/Meter";
import { words } from "../words/en";
import styles from "./WorkBar.module.css";

type Props = { label: string; work: Work; onCancel?: () => void };

/** Long work under way: how far it is, and how to stop. */
export function WorkBar({ label, work, onCancel }: Props) {
  const { file, files, done, total } = work;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const many = files > 1;
  return (
    <div className={styles.bar}>
      <span role="status">{many ? words.kit.workOf(label, file, files) : label}</span>
      <Progress
        label={label}
        value={many ? file - 1 + share : done}
        total={many ? files : total}
      />
      {onCancel && (
        <Button weight="quiet" onPress={onCancel}>
          {words.kit.cancel}
        </Button>
      )}
    </div>
  );
}
