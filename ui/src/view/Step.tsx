import type { ReactNode } from "react";
import styles from "./Step.module.css";

type Props = { number?: number; title: string; about?: string; children: ReactNode };

/** One part of a long form, with its number where there is an order. */
export function Step({ number, title, about, children }: Props) {
  return (
    <section className={styles.step} aria-label={title}>
      <header className={styles.head}>
        {number !== undefined && (
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
        )}
        <h2>{title}</h2>
        {about && <p>{about}</p>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
