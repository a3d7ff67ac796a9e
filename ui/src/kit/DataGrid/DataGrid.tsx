import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import { useAnnounce } from "../Announcer";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import { move, typedAhead, type Cell } from "./move";
import { rendered, WINDOW_FROM } from "./window";

/** One column: its title, its width as a grid track, what a cell shows and how it sorts. */
export type Column<R> = {
  id: string;
  title: string;
  width: string;
  cell: (row: R) => ReactNode;
  sort?: (a: R, b: R) => number;
  align?: "end";
};

type Props<R> = {
  label: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  rowKey: (row: R) => string;
  /** What type-ahead compares with. */
  rowText: (row: R) => string;
  onOpen: (row: R) => void;
  selected?: string | null;
  /** One line, a roomy line, or two lines. */
  density?: keyof typeof HEIGHTS;
  /** Off where letters are keys of the screen. */
  typeAhead?: "on" | "off";
  /** What is said about how many rows are shown. */
  summary: string;
  empty: ReactNode;
};

/** Returns the least width of a track, so that titles and rows are never of two widths. */
const least = (track: string) => /^minmax\(([^,]+),/u.exec(track)?.[1] ?? track;

/** How high a row is, in pixels. The style sheet says the same. */
const HEIGHTS = { normal: 34, tall: 44, double: 62 } as const;

/** By which column, and which way. */
export type Sort = { column: string; down: boolean };

/** A long list: an APG grid with one tab stop, windowed from 60 rows on. */
export function DataGrid<R>(props: Props<R>) {
  const { label, columns, rowKey, rowText, onOpen, selected, density = "normal" } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const [column, setColumn] = useState(0);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const [onHeader, setOnHeader] = useState(false);
  const [scroll, setScroll] = useState({ top: 0, height: 480 });
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const [lastIndex, setLastIndex] = useState(0);
  const typed = useRef({ text: "", at: 0 });
  const announce = useAnnounce();
  const rowHeight = HEIGHTS[density];

  const rows = useMemo(() => {
    const by = columns.find((c) => c.id === sort?.column)?.sort;
    if (!by) return props.rows;
    const sorted = [...props.rows].sort(by);
    return sort?.down ? sorted.reverse() : sorted;
  }, [props.rows, columns, sort]);

  // The focus stays on its row; when that was filtered away it goes to the row in its place.
  const found = rows.findIndex((row) => rowKey(row) === (focusedKey ?? selected));
  const index = found >= 0 ? found : Math.min(lastIndex, rows.length - 1);
  const at: Cell = { row: onHeader || rows.length === 0 ? -1 : Math.max(0, index), column };

  if (found >= 0 && found !== lastIndex) setLastIndex(found);

  useEffect(() => announce(props.summary), [announce, props.summary]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() =>
      setScroll((was) => ({ ...was, height: element.clientHeight || was.height })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = box.current?.querySelector<HTMLElement>('[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const goTo = (to: Cell) => {
    wanted.current = true;
    setColumn(to.column);
    setOnHeader(to.row < 0);
    const row = rows[to.row];
    if (row) setFocusedKey(rowKey(row));
  };

  const sortBy = (id: string) =>
    setSort((was) => (was?.column === id ? { column: id, down: !was.down } : { column: id, down: false }));

  const onKeyDown = (event: React.KeyboardEvent) => {
    const page = Math.max(1, Math.floor(scroll.height / rowHeight) - 1);
    const to = move(event.key, event.ctrlKey, at, rows.length, columns.length, page);
    const row = rows[at.row];
    if (to) {
      goTo(to);
    } else if (event.key === "Enter" || (event.key === " " && !typed.current.text)) {
      const header = columns[at.column];
      if (row) onOpen(row);
      else if (header?.sort) sortBy(header.id);
    } else if (props.typeAhead !== "off" && event.key.length === 1 && !event.ctrlKey) {
      const fresh = event.timeStamp - typed.current.at > 700;
      typed.current = {
        text: (fresh ? "" : typed.current.text) + event.key,
        at: event.timeStamp,
      };
      const next = typedAhead(typed.current.text, at.row, rows.map(rowText));
      if (next < 0) return;
      goTo({ row: next, column: at.column });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const windowed = rows.length >= WINDOW_FROM;
  const minWidth = `calc(${columns.map((c) => least(c.width)).join(" + ")})`;
  const template = { gridTemplateColumns: columns.map((c) => c.width).join(" ") };
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        className={classes(styles.grid, styles[density], rows.length > 0 && styles.filled)}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          const top = event.currentTarget.scrollTop;
          setScroll((was) => ({ ...was, top }));
        }}
      >
        <GridHead
          columns={columns}
          template={template}
          minWidth={minWidth}
          sort={sort}
          focusedColumn={at.row < 0 ? at.column : -1}
          onSort={sortBy}
        />
        <div
          role="rowgroup"
          className={windowed ? styles.windowed : styles.body}
          style={windowed ? { minWidth, height: rows.length * rowHeight } : { minWidth }}
        >
          {rendered(rows.length, rowHeight, scroll.top, scroll.height, at.row).map((place) => {
            const row = rows[place];
            if (row === undefined) return null;
            return (
              <GridRow
                key={rowKey(row)}
                row={row}
                index={place}
                columns={columns}
                template={template}
                top={windowed ? place * rowHeight : null}
                selected={selected === undefined ? undefined : rowKey(row) === selected}
                focusedColumn={at.row === place ? at.column : -1}
                onPress={(to) => {
                  goTo({ row: place, column: to });
                  onOpen(row);
                }}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && props.empty}
      <p className={styles.summary}>{props.summary}</p>
    </div>
  );
}
