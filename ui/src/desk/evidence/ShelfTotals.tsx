import { words } from "../../words/en";
import type { Totals } from "./shelf";
import styles from "./shelf.module.css";

const w = words.shelf.totals;

/** What the shelf holds in all, in words. What there is none of is not said. */
export function ShelfTotals({ totals }: { totals: Totals }) {
  const { items, ...rest } = totals;
  return (
    <p className={styles.totals}>
      <span>{w.items(items)}</span>
      {(Object.keys(rest) as (keyof typeof rest)[]).map(
        (name) => rest[name] > 0 && <span key={name}>{w[name](rest[name])}</span>,
      )}
    </p>
  );
}
