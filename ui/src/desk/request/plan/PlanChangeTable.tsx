import { useRef, useState } from "react";
import { Button } from "../../../kit/Button";
import { Status } from "../../../kit/Status";
import { words } from "../../../words/en";
import type { Planned } from "./planned";
import styles from "./plan.module.css";

const w = words.plan;
/** How many requests are shown before somebody asks for more, so that thousands cost nothing. */
const FIRST = 40;
const MORE = 200;

/** What would change, request by request: what stands now, and what would stand then. */
export function PlanChangeTable({ planned }: { planned: readonly Planned[] }) {
  const [shown, setShown] = useState(FIRST);
  const table = useRef<HTMLTableElement>(null);
  const rest = planned.length - shown;
  const next = Math.min(rest, MORE);
  const more = () => {
    setShown(shown + MORE);
    // The button may be gone; the focus stays with what it showed.
    if (rest <= MORE) table.current?.focus();
  };
  return (
    <>
      <table ref={table} tabIndex={-1} className={styles.changes}>
        <caption className="visually-hidden">{w.changesLabel}</caption>
        <thead>
          <tr>
            <th scope="col">{w.columns.request}</th>
            <th scope="col">{w.columns.field}</th>
            <th scope="col">{w.columns.before}</th>
            <th scope="col">{w.columns.after}</th>
          </tr>
        </thead>
        {planned.slice(0, shown).map((one) => (
          <Rows key={one.request} of={one} />
        ))}
      </table>
      {rest > 0 && (
        <p>
          <Button onPress={more}>{words.some.more(next, rest)}</Button>
        </p>
      )}
    </>
  );
}

function Rows({ of }: { of: Planned }) {
  return (
    <tbody>
      {of.changes.map(({ field, before, after, conflicts }, at) => (
        <tr key={field} className={conflicts ? styles.conflict : undefined}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={of.changes.length}>
              {of.artefact} <span className={styles.control}>{of.control}</span>
            </th>
          )}
          <td>
            {w.fields[field]}
            {conflicts && (
              <Status shade="warn" icon="warning">
                {w.conflict}
              </Status>
            )}
          </td>
          <td className={styles.before}>{before || w.empty}</td>
          <td className={after && !conflicts ? styles.after : styles.before}>{after || w.empty}</td>
        </tr>
      ))}
    </tbody>
  );
}
