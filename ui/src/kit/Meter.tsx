import styles from "./Meter.module.css";
import { classes } from "./classes";

type Props = {
  label: string;
  value: number;
  total: number;
  /** What readers hear instead of a percentage. */
  text: string;
  tone?: "bar" | "bar2";
  slim?: boolean;
};

/** A bar of how far something is. Its words stand beside it or in its name. */
export function Meter({ label, value, total, text, tone = "bar", slim }: Props) {
  const share = total > 0 ? Math.min(100, (100 * value) / total) : 0;
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
      aria-valuetext={text}
      className={classes(styles.track, slim && styles.slim)}
    >
      <span className={classes(styles.fill, styles[tone])} style={{ width: `${share}%` }} />
    </span>
  );
}

/** Work under way, with what was done of it. */
export function Progress({ label, value, total }: { label: string; value: number; total: number }) {
  const share = total > 0 ? Math.round((100 * value) / total) : 0;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share}
      className={styles.track}
    >
      <span className={classes(styles.fill, styles.bar)} style={{ width: `${share}%` }} />
    </span>
  );
}
