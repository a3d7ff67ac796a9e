import { useMemo } from "react";
import type { BulkRow, BulkView } from "../../bridge/generated/wire";
import { ALL } from "../../bridge/record";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Icon } from "../../kit/Icon";
import { Empty } from "../../kit/State";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { WordMark } from "../marks";
import type { Spot } from "./listing";
import styles from "./dialog.module.css";

const w = words.desk;

/** Returns what becomes of the answers, as a sentence. */
export function bulkSummary({ rows }: BulkView): string {
  const change = rows.filter((row) => row.changes).length;
  const refused = rows.filter((row) => row.refused !== "").length;
  return w.bulkCount(change, rows.length - change - refused, refused);
}

/** What changes stands first: it is what one looks for. */
const weight = (row: BulkRow) => (row.changes ? 0 : row.refused === "" ? 2 : 1);

const keyOf = (row: BulkRow) => `${row.control} ${row.subject}`;
const idOf = (row: BulkRow) => row.control;
const nothing = () => undefined;

/** What a bulk answer does, answer by answer, and why some are left alone. */
export function BulkPreview({ view, places }: { view: BulkView; places: readonly Spot[] }) {
  const columns = useMemo((): Column<BulkRow>[] => {
    const names = new Map(places.map(({ control }) => [control.id, control.label]));
    return [
      {
        id: "control",
        title: w.bulkColumns.control,
        width: "minmax(9rem, 1fr)",
        cell: (row) => (
          <span className={styles.two}>
            <span className={styles.cut}>{names.get(row.control) ?? row.control}</span>
            <span className={styles.quiet}>
              {row.subject === ALL ? row.control : `${row.control} · ${row.subjectName}`}
            </span>
          </span>
        ),
      },
      {
        id: "before",
        title: w.bulkColumns.before,
        width: "8.5rem",
        cell: (row) => <WordMark word={row.before} />,
      },
      {
        id: "after",
        title: w.bulkColumns.after,
        width: "minmax(9rem, 14rem)",
        cell: (row) => <After row={row} />,
      },
    ];
  }, [places]);
  const rows = useMemo(
    () => [...view.rows].sort((a, b) => weight(a) - weight(b)),
    [view.rows],
  );
  return (
    <DataGrid
      label={w.bulkPreview}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      rowText={idOf}
      onOpen={nothing}
      density="tall"
      summary={bulkSummary(view)}
      empty={<Empty icon="search" title={w.noMatch} />}
    />
  );
}

function After({ row }: { row: BulkRow }) {
  if (row.refused !== "") {
    return (
      <span className={styles.refused} title={row.refused}>
        <Icon name="info" />
        <span>{row.refused}</span>
      </span>
    );
  }
  if (!row.changes) {
    return (
      <Status shade="quiet" icon="dash">
        {w.bulkSame}
      </Status>
    );
  }
  return <WordMark word={row.after} />;
}
