import { memo } from "react";
import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import { words } from "../../words/en";
import { ChooseBox } from "./ChooseBox";
import { CHOOSE, type Column } from "./column";

type Props<R> = {
  row: R;
  index: number;
  /** What the row is called, for the box that chooses it. */
  text: string;
  columns: readonly Column<R>[];
  template: string;
  /** Its distance from the top when only rows in view are rendered. */
  top: number | null;
  /** Whether it is the row that is open beside the grid. */
  open: boolean | undefined;
  /** Whether its box is ticked, in a grid whose rows can be chosen. */
  chosen: boolean | undefined;
  focusedColumn: number;
  onPress: (index: number, column: number, event: React.MouseEvent) => void;
};

function Row<R>(props: Props<R>) {
  const { row, index, text, columns, template, top, open, chosen, focusedColumn, onPress } = props;
  const style = { gridTemplateColumns: template };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen ?? open}
      aria-current={chosen === undefined ? undefined : open}
      className={classes(styles.row, styles.line)}
      style={top === null ? style : { ...style, top }}
    >
      {columns.map((column, place) => {
        const tabIndex = place === focusedColumn ? 0 : -1;
        return (
          // The grid takes the keys of all its cells.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={place + 1}
            tabIndex={column.id === CHOOSE ? undefined : tabIndex}
            className={classes(styles.cell, column.align && styles.end)}
            onClick={(event) => onPress(index, place, event)}
          >
            {column.id === CHOOSE ? (
              <ChooseBox
                label={words.kit.choose(text)}
                state={chosen ? "all" : "none"}
                tabIndex={tabIndex}
              />
            ) : (
              column.cell(row)
            )}
          </div>
        );
      })}
    </div>
  );
}

/** One row of a grid, drawn again only when something of its own changes. */
export const GridRow = memo(Row) as typeof Row;
