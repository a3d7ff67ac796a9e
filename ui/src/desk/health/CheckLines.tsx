import type { CheckLine, Severity } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import type { IconName } from "../../kit/Icon";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./health.module.css";

const w = words.health;

const marks: Record<Severity, { shade: Shade; icon: IconName }> = {
  sound: { shade: "good", icon: "check" },
  note: { shade: "accent", icon: "info" },
  warning: { shade: "warn", icon: "warning" },
  fault: { shade: "bad", icon: "stop" },
};
const order: readonly Severity[] = ["fault", "warning", "note", "sound"];

/** Returns the worst that a check found. */
export function worst(lines: readonly CheckLine[]): Severity {
  return order.find((severity) => lines.some((line) => line.severity === severity)) ?? "sound";
}

type Props = {
  lines: readonly CheckLine[];
  /** The repair under way. */
  busy: string | null;
  /** Nothing where the present member may not repair. */
  onRepair: ((repair: string) => void) | null;
};

/** What was looked at, the worst first, each with what can be done about it. */
export function CheckLines({ lines, busy, onRepair }: Props) {
  const sorted = order.flatMap((severity) => lines.filter((line) => line.severity === severity));
  return (
    <ul className={styles.lines} aria-label={w.lines}>
      {sorted.map((line) => {
        const { part, severity, sentence, repair } = line;
        const { shade, icon } = marks[severity];
        return (
          <li key={part + sentence} className={styles.line}>
            <Status shade={shade} icon={icon}>
              {w.severity[severity]}
            </Status>
            <span className={styles.about}>
              <strong>{part}</strong>
              <small>{w.lookedAt(line.lookedAt)}</small>
            </span>
            <span className={styles.found}>
              <span>{sentence}</span>
              {repair !== null && onRepair && (
                <span className={styles.repair}>
                  <Button
                    small
                    aria-label={w.repairOf(part)}
                    isBusy={busy === repair}
                    isDisabled={busy !== null && busy !== repair}
                    onPress={() => onRepair(repair)}
                  >
                    {busy === repair ? w.repairing : w.repair}
                  </Button>
                  <small>{line.repairSentence}</small>
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
