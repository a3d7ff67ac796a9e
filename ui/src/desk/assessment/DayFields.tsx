import type { Period } from "../../bridge/generated/wire";
import { DateField } from "../../kit/DateField";
import { words } from "../../words/en";
import styles from "./assessment.module.css";

const w = words.start;
type Days = { period: Period; asOf: string };
type Props = { days: Days; onChange: (part: Partial<Days>) => void };

/** The period that is looked at, and the day on which dates are judged. */
export function DayFields({ days: { period, asOf }, onChange }: Props) {
  return (
    <div className={styles.dates}>
      <DateField
        label={w.from}
        value={period.from || null}
        onChange={(from) => onChange({ period: { ...period, from: from ?? "" } })}
        error={period.from ? undefined : w.periodMissing}
      />
      <DateField
        label={w.to}
        value={period.to || null}
        onChange={(to) => onChange({ period: { ...period, to: to ?? "" } })}
        error={period.to < period.from ? w.periodMixed : undefined}
      />
      <DateField
        label={w.asOf}
        hint={w.asOfHint}
        value={asOf || null}
        onChange={(day) => onChange({ asOf: day ?? "" })}
        error={asOf ? undefined : w.periodMissing}
      />
    </div>
  );
}
