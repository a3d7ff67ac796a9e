import { useChangeSettings, useSettings } from "../../bridge/settings";
import { Select } from "../../kit/Choice";
import { words } from "../../words/en";
import styles from "./program.module.css";

const w = words.program;

/** What stands while nobody said otherwise, in minutes. */
const AT_FIRST = 15;

const CHOICES = [1, 2, 5, 10, 15, 30, 60, 120];

/** After how long without a touch the vault is locked. */
export function IdleTime() {
  const { settings } = useSettings();
  const change = useChangeSettings();
  const minutes = settings.idleMinutes ?? AT_FIRST;
  const offered = CHOICES.includes(minutes)
    ? CHOICES
    : [...CHOICES, minutes].sort((one, other) => one - other);
  return (
    <div className={styles.idle}>
      <Select
        label={w.idle}
        hint={w.idleHint}
        value={String(minutes)}
        options={offered.map((count) => ({ id: String(count), label: w.minutes(count) }))}
        onChange={(count) => change(() => ({ idleMinutes: Number(count) }))}
      />
    </div>
  );
}
