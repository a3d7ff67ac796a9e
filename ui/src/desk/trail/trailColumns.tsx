import type { ReactNode } from "react";
import type { TrailRow } from "../../bridge/generated/wire";
import type { Column } from "../../kit/DataGrid/DataGrid";
import { Icon } from "../../kit/Icon";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import type { TrailPages } from "./pages";
import { useEntry } from "./useTrail";
import styles from "./trail.module.css";

const w = words.trail;

type CellProps = { pages: TrailPages; index: number; children: (row: TrailRow) => ReactNode };

/** A part of an entry, or a grey line while the entry is on its way. */
function Cell({ pages, index, children }: CellProps) {
  const row = useEntry(pages, index);
  return row ? children(row) : <span className={styles.bone} />;
}

/** Returns the columns of a trail, whose rows are places in its order; beside an open entry
 * there is no room for the organisation, which the entry names. */
export function trailColumns(pages: TrailPages, room: "whole" | "beside"): Column<number>[] {
  const column = (
    id: keyof typeof w.columns,
    width: string,
    show: (row: TrailRow) => ReactNode,
  ): Column<number> => ({
    id,
    title: w.columns[id],
    width,
    cell: (index) => (
      <Cell pages={pages} index={index}>
        {show}
      </Cell>
    ),
  });
  const all = [
    column("at", "11.5rem", (row) => (
      <span className={styles.when}>
        {moment(row.at)}
        {row.clockBack && (
          <span className={styles.back} title={w.clockBack}>
            <Icon name="warning" />
            <span className="visually-hidden">{w.clockBack}</span>
          </span>
        )}
      </span>
    )),
    column("who", "minmax(7rem, 1fr)", (row) => <span className={styles.cut}>{row.who}</span>),
    column("did", "minmax(11rem, 1.6fr)", (row) => (
      <strong className={styles.cut}>{w.did(row.action, row.kind)}</strong>
    )),
    column("about", "minmax(8rem, 1.6fr)", (row) => (
      <span className={styles.cut}>{row.about ?? words.kit.nothing}</span>
    )),
    column("organisation", "minmax(7rem, 1fr)", (row) => (
      <span className={styles.cut}>{row.organisation ?? w.ofVault}</span>
    )),
  ];
  return room === "whole" ? all : all.slice(0, -1);
}
