import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import type { Column } from "./DataGrid";

type Props<R> = {
  row: R;
  index: number;
  columns: readonly Column<R>[];
  template: { gridTemplateColumns: string };
  /** Its distance from the top when only rows in view are rendered. */
  top: number | null;
  selected: boolean | undefined;
  focusedColumn: number;
  onPress: (column: number) => void;
};

/** One row of a grid. A press anywhere opens it; keys are the grid's. */
export function GridRow<R>(props: Props<R>) {
  const { row, index, columns, template, top, selected, focusedColumn, onPress } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes(styles.row, styles.line)}
      style={top === null ? template : { ...template, top }}
    >
      {columns.map((column, place) => (
        // The grid takes the keys of all its cells.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={place + 1}
          tabIndex={place === focusedColumn ? 0 : -1}
          className={classes(styles.cell, column.align && styles.end)}
          onClick={() => onPress(place)}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
