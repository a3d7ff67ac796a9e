import { Fragment, type ReactNode } from "react";
import styles from "./Facts.module.css";

/** A name and what is so. */
export type Fact = readonly [name: ReactNode, value: ReactNode];

/** Short facts, each with its name before it. Those without a value are left out. */
export function Facts({ of }: { of: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {of.map(([name, value], at) =>
        value === null || value === undefined || value === "" ? null : (
          <Fragment key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
