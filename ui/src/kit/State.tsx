import type { ReactNode } from "react";
import styles from "./State.module.css";
import { Icon, type IconName } from "./Icon";
import { words } from "../words/en";

type EmptyProps = { icon: IconName; title: string; children?: ReactNode };

/** A place with nothing in it yet: says what belongs here and how to begin. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} />
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}

/** A place whose content is on its way. Shows itself only when that takes a moment. */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{words.kit.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bone} />
      ))}
    </div>
  );
}
