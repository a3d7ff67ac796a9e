import type { ReactNode } from "react";
import styles from "./Note.module.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";

/** What a note is about. */
type Tone = "info" | "good" | "warn" | "bad" | "private";

const icons: Record<Tone, IconName> = {
  info: "info",
  good: "check",
  warn: "warning",
  bad: "stop",
  private: "lock",
};

type Props = { tone: Tone; title?: string; children?: ReactNode; live?: boolean };

/** A few sentences set apart. With `live` they are read out when they appear. */
export function Note({ tone, title, children, live }: Props) {
  return (
    <div
      className={classes(styles.note, styles[tone])}
      {...(live ? { role: tone === "bad" ? "alert" : "status" } : {})}
    >
      <Icon name={icons[tone]} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
