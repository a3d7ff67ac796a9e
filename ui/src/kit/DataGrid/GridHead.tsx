import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import { Icon } from "../Icon";
import { words } from "../../words/en";
import { ChooseBox } from "./ChooseBox";
import { CHOOSE, type Column, type Sort } from "./column";
import type { Chosen } from "./useChosen";

type Props<R> = {
  columns: readonly Column<R>[];
  template: string;
  minWidth: string;
  sort: Sort | null;
  chosen: Chosen | null;
  focusedColumn: number;
  onSort: (column: string) => void;
};

/** The titles of the columns. A press sorts; keys are the grid's. */
export function GridHead<R>(props: Props<R>) {
  const { columns, template, minWidth, sort, chosen, focusedColumn, onSort } = props;
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.row}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column, place) => {
          const tabIndex = place === focusedColumn ? 0 : -1;
          if (column.id === CHOOSE) {
            return (
              // The box takes the focus, and the grid its keys.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={place + 1}
                className={styles.header}
                onClick={chosen?.toggleAll}
              >
                <ChooseBox
                  label={words.kit.chooseAll}
                  state={chosen?.shown ?? "none"}
                  tabIndex={tabIndex}
                />
              </div>
            );
          }
          const sorted = sort?.column === column.id;
          return (
            // The grid takes the keys of all its cells.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={sorted ? (sort.down ? "descending" : "ascending") : undefined}
              tabIndex={tabIndex}
              className={classes(
                styles.header,
                column.align && styles.end,
                column.sort && styles.sortable,
              )}
              onClick={() => column.sort && onSort(column.id)}
              title={column.sort ? words.kit.sortBy(column.title) : undefined}
            >
              <span>{column.title}</span>
              {sorted && <Icon name={sort.down ? "down" : "up"} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
