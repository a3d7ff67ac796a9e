import styles from "./Status.module.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";

/** The colour family of a status; its word and picture say the same. */
export type Shade = "good" | "warn" | "bad" | "accent" | "quiet" | "private";

type Props = { shade: Shade; icon: IconName; children: string; fill?: boolean };

/** A status: picture, word and colour together, never colour alone. */
export function Status({ shade, icon, children, fill }: Props) {
  return (
    <span className={classes(styles.status, styles[shade], fill && styles.fill)}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

/** A short code or word in a frame. */
export function Chip({ children, title }: { children: string; title?: string }) {
  return (
    <span className={styles.chip} title={title}>
      {children}
    </span>
  );
}
