import { useMemo } from "react";
import type { RetentionRow } from "../../bridge/generated/wire";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { date } from "../../words/format";
import styles from "./handover.module.css";

const w = words.retention;
/** A thing that is kept, and its place: two may be called the same. */
type Kept = RetentionRow & { at: number };
const byText = (a: string | null, b: string | null) => (a ?? "9").localeCompare(b ?? "9");

const columns: Column<Kept>[] = [
  {
    id: "name",
    title: w.columns.name,
    width: "minmax(12rem, 2fr)",
    cell: ({ name }) => (
      <strong className={styles.cut} title={name}>
        {name}
      </strong>
    ),
    sort: (a, b) => a.name.localeCompare(b.name, "en", { numeric: true }),
  },
  {
    id: "kind",
    title: w.columns.kind,
    width: "8rem",
    cell: ({ kind }) => w.kinds[kind] ?? kind,
    sort: (a, b) => a.kind.localeCompare(b.kind),
  },
  {
    id: "created",
    title: w.columns.created,
    width: "8.5rem",
    cell: ({ created }) => date(created),
    sort: (a, b) => byText(a.created, b.created),
  },
  {
    id: "last",
    title: w.columns.last,
    width: "9rem",
    cell: ({ lastInEffect }) => (lastInEffect ? date(lastInEffect) : w.inEffect),
    sort: (a, b) => byText(a.lastInEffect, b.lastInEffect),
  },
  {
    id: "until",
    title: w.columns.until,
    width: "11rem",
    cell: ({ keepUntil, isPast }) => {
      if (!keepUntil) return w.whileInEffect;
      if (!isPast) return date(keepUntil);
      return <span className={styles.past}>{w.past(date(keepUntil))}</span>;
    },
    sort: (a, b) => byText(a.keepUntil, b.keepUntil),
  },
];

/** How long each assessment and document is kept. */
export function RetentionRows({ rows }: { rows: readonly RetentionRow[] }) {
  const kept = useMemo(() => rows.map((row, at): Kept => ({ ...row, at })), [rows]);
  return (
    <section className={styles.list} aria-label={w.rows}>
      <h2>{w.rows}</h2>
      <DataGrid
        label={w.rows}
        rows={kept}
        columns={columns}
        rowKey={({ at }) => String(at)}
        rowText={({ name }) => name}
        onOpen={() => undefined}
        summary={w.showing(rows.length)}
        empty={
          <Empty icon="clock" title={w.none}>
            <p>{w.noneWords}</p>
          </Empty>
        }
      />
    </section>
  );
}
