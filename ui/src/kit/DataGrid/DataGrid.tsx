import { useEffect, useMemo, useRef, type ReactNode } from "react";
import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import { useAnnounce } from "../Announcer";
import { CHOOSE, chooseColumn, leastWidth, type Column, type Sort } from "./column";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import { useChosen } from "./useChosen";
import { useGridFocus } from "./useGridFocus";
import { useGridKeys } from "./useGridKeys";
import { useLatest } from "./useLatest";
import { useSorted } from "./useSorted";
import { useView } from "./useView";
import { rendered, WINDOW_FROM } from "./window";

export type { Column, Sort };

/** How high a row is, in pixels. The style sheet says the same. */
const HEIGHTS = { normal: 34, tall: 44, double: 62 } as const;

type Props<R> = {
  label: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  rowKey: (row: R) => string;
  /** What type-ahead compares with, and what a row is called. */
  rowText: (row: R) => string;
  /** Opens a row, from the column that was pressed. */
  onOpen: (row: R, column: string) => void;
  /** The row that is open beside the grid. */
  selected?: string | null;
  /** The rows that are chosen for something that is done to many. With `onChosen` the grid has
   * boxes: Space ticks, Shift reaches, Ctrl+A takes all that are shown. */
  chosen?: ReadonlySet<string>;
  onChosen?: (chosen: ReadonlySet<string>) => void;
  onFocusRow?: (row: R) => void;
  /** By what the rows are sorted before somebody sorts them otherwise. */
  startSort?: Sort;
  /** One line, a roomy line, or two lines. */
  density?: keyof typeof HEIGHTS;
  /** Off where letters are keys of the screen. */
  typeAhead?: "on" | "off";
  /** What is said about how many rows are shown. */
  summary: string;
  empty: ReactNode;
};

/** A long list: an APG grid with one tab stop, windowed from 60 rows on. */
export function DataGrid<R>(props: Props<R>) {
  const { label, rowKey, rowText, onOpen, selected, density = "normal", summary } = props;
  const box = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  const rowHeight = HEIGHTS[density];
  const many = props.onChosen !== undefined;
  const columns = useMemo(
    (): readonly Column<R>[] => (many ? [chooseColumn, ...props.columns] : props.columns),
    [many, props.columns],
  );
  const { rows, sort, sortBy } = useSorted(props.rows, columns, props.startSort ?? null);
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const chosen = useChosen({ keys, chosen: props.chosen, onChosen: props.onChosen });
  const [openIndex, open] = useMemo(() => {
    const index = selected ? keys.indexOf(selected) : -1;
    return [index, { key: selected, index }];
  }, [keys, selected]);
  const view = useView(box, rowHeight, open);
  const { at, goTo, ...focus } = useGridFocus(box, keys, openIndex, selected, many ? 1 : 0);

  useEffect(() => announce(summary), [announce, summary]);

  // However the focus comes to a row: by arrows, by Tab or by a press.
  const onFocus = (event: React.FocusEvent<HTMLElement>) => {
    focus.onFocus(event);
    const place = event.target.closest('[role="row"]')?.getAttribute("aria-rowindex");
    const row = rows[Number(place) - 2];
    if (row !== undefined) props.onFocusRow?.(row);
  };
  const press = (column: string) => {
    const row = rows[at.row];
    if (column === CHOOSE) {
      if (row === undefined) chosen?.toggleAll();
      else chosen?.toggle(at.row);
    } else if (row !== undefined) onOpen(row, column);
    else if (columns.some(({ id, sort: by }) => id === column && by)) sortBy(column);
  };
  const onKeyDown = useGridKeys({
    at,
    move: goTo,
    press,
    chosen,
    columns,
    texts: () => rows.map(rowText),
    page: Math.max(1, Math.floor(view.height / rowHeight) - 1),
    typeAhead: props.typeAhead ?? "on",
  });
  const onPress = useLatest((index: number, column: number, event: React.MouseEvent) => {
    const row = rows[index];
    const id = columns[column]?.id;
    goTo({ row: index, column });
    if (row === undefined || id === undefined) return;
    if (chosen && event.shiftKey) chosen.reach(at.row, index);
    else if (chosen && (id === CHOOSE || event.ctrlKey)) chosen.toggle(index);
    else onOpen(row, id);
  });

  const windowed = rows.length >= WINDOW_FROM;
  const minWidth = leastWidth(columns);
  const template = columns.map(({ width }) => width).join(" ");
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable={many || undefined}
        className={classes(styles.grid, styles[density], rows.length > 0 && styles.filled)}
        onKeyDown={onKeyDown}
        onScroll={view.onScroll}
        onFocus={onFocus}
        onBlur={focus.onBlur}
      >
        <GridHead
          columns={columns}
          template={template}
          minWidth={minWidth}
          sort={sort}
          chosen={chosen}
          focusedColumn={at.row < 0 ? at.column : -1}
          onSort={(id) => {
            goTo({ row: -1, column: columns.findIndex((column) => column.id === id) });
            sortBy(id);
          }}
        />
        <div
          role="rowgroup"
          className={windowed ? styles.windowed : styles.body}
          style={windowed ? { minWidth, height: rows.length * rowHeight } : { minWidth }}
        >
          {rendered(rows.length, rowHeight, view.top, view.height, at.row).map((index) => {
            const row = rows[index];
            const key = keys[index];
            if (row === undefined || key === undefined) return null;
            return (
              <GridRow
                key={key}
                row={row}
                index={index}
                text={many ? rowText(row) : ""}
                columns={columns}
                template={template}
                top={windowed ? index * rowHeight : null}
                open={selected === undefined ? undefined : key === selected}
                chosen={chosen?.has(key)}
                focusedColumn={at.row === index ? at.column : -1}
                onPress={onPress}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && props.empty}
      <p className={styles.summary}>{summary}</p>
    </div>
  );
}
