import { useMemo } from "react";
import { DataGrid, type Column } from "../../../kit/DataGrid/DataGrid";
import { Empty } from "../../../kit/State";
import { words } from "../../../words/en";
import styles from "./preview.module.css";

const w = words.preview;
const key = (line: Line) => String(line.number);
const name = (line: Line) => line.cells[0] ?? "";
const open = () => undefined;
const collator = new Intl.Collator("en-US", { numeric: true });

type Line = { number: number; cells: readonly string[] };
type Props = { title: string; rows: readonly (readonly string[])[]; total: number };

/** A table of comma-separated values; its first line is the heading. */
export function Table({ title, rows, total }: Props) {
  const lines = useMemo(
    (): Line[] => rows.slice(1).map((cells, index) => ({ number: index + 1, cells })),
    [rows],
  );
  const columns = useMemo((): Column<Line>[] => {
    const head = rows[0] ?? [];
    const few = head.length <= 6;
    return [
      {
        id: "row",
        title: w.row,
        width: "4.5rem",
        cell: (line) => line.number,
        sort: (a, b) => a.number - b.number,
        align: "end",
      },
      ...head.map((name, place) => ({
        id: String(place),
        title: name.trim() || w.column(place + 1),
        width: few ? "minmax(8rem, 1fr)" : "11rem",
        cell: (line: Line) => (
          <bdi className={styles.cell} title={line.cells[place]}>
            {line.cells[place]}
          </bdi>
        ),
        sort: (a: Line, b: Line) => collator.compare(a.cells[place] ?? "", b.cells[place] ?? ""),
      })),
    ];
  }, [rows]);
  return (
    <div className={styles.frame}>
      <DataGrid
        label={w.table(title)}
        rows={lines}
        columns={columns}
        rowKey={key}
        rowText={name}
        onOpen={open}
        summary={w.rows(lines.length, Math.max(lines.length, total - 1))}
        empty={<Empty icon="file" title={w.rowsNone} />}
      />
    </div>
  );
}
