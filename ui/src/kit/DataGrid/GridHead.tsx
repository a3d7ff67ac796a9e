import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import { Icon } from "../Icon";
import { words } from "../../words/en";
import type { Column, Sort } from "./DataGrid";

type Props<R> = {
  columns: readonly Column<R>[];
  template: { gridTemplateColumns: string };
  minWidth: string;
  sort: Sort | null;
  focusedColumn: number;
  onSort: (column: string) => void;
};

/** The titles of the columns. A press sorts; keys are the grid's. */
export function GridHead<R>({ columns, template, minWidth, sort, focusedColumn, onSort }: Props<R>) {
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={styles.row} style={template}>
        {columns.map((column, place) => (
          // The grid takes the keys of all its cells.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            aria-sort={
              sort?.column === column.id ? (sort.down ? "descending" : "ascending") : undefined
            }
            tabIndex={place === focusedColumn ? 0 : -1}
            className={classes(
              styles.header,
              column.align && styles.end,
              column.sort && styles.sortable,
            )}
            onClick={() => column.sort && onSort(column.id)}
            title={column.sort ? words.kit.sortBy(column.title) : undefined}
          >
            <span>{column.title}</span>
            {sort?.column === column.id && <Icon name={sort.down ? "down" : "up"} />}
          </div>
        ))}
      </div>
    </div>
  );
}
