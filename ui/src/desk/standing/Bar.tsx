import { classes } from "../../kit/classes";
import styles from "./chart.module.css";

/** Conformity is teal and plain, assurance ochre and hatched, everywhere. */
export type Tone = "conformity" | "assurance";

/** A bar of a figure in per cent. The number stands beside it in words, so readers skip it. */
export function Bar({ share, tone }: { share: number | null; tone: Tone }) {
  const width = Math.min(100, Math.max(0, share ?? 0));
  return (
    <span className={styles.track} aria-hidden="true">
      {width > 0 && (
        <span className={classes(styles.fill, styles[tone])} style={{ width: `${width}%` }} />
      )}
    </span>
  );
}
