import { useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./Icon";
import styles from "./OrderGrid.module.css";
import { useReadOnly } from "./readOnly";

/** A line that is taken or not, and has its place. */
export type OrderItem = { id: string; content: ReactNode; taken: boolean };

type Props = {
  label: string;
  items: readonly OrderItem[];
  /** The line that keys and buttons work on. */
  current: string | null;
  onCurrent: (id: string) => void;
  onToggle: (id: string) => void;
  onMove: (from: number, to: number) => void;
  /** What says what the grip is for. */
  gripTitle: string;
  describedBy?: string;
};

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Lines that are taken or left out, in an order that people choose: one stop of the tab key.
 * Arrows go, Space takes or leaves, Alt with an arrow moves; the grip drags. */
export function OrderGrid(props: Props) {
  const { label, items, current, onCurrent, onToggle, onMove, gripTitle, describedBy } = props;
  const isReadOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const at = Math.max(0, items.findIndex(({ id }) => id === current));
  const stop = items[at]?.id;

  // What moved takes the focus along: the page puts it in anew.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (event.altKey) {
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      const to = at + by;
      if (isReadOnly || to < 0 || to >= items.length) return;
      wanted.current = true;
      onMove(at, to);
    } else if (step) {
      event.preventDefault();
      const next = items[step(at, items.length - 1)];
      wanted.current = true;
      if (next) onCurrent(next.id);
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (!isReadOnly && stop) onToggle(stop);
    }
  };

  // The line that is dragged is put in anew as it moves, so the window is listened to.
  const drag = (id: string) => (event: PointerEvent) => {
    if (isReadOnly || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    onCurrent(id);
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const rows = [...(box.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
      const from = rows.findIndex((row) => row.dataset["id"] === id);
      const under = rows.findIndex((row) => clientY < row.getBoundingClientRect().bottom);
      const to = under < 0 ? rows.length - 1 : under;
      if (from >= 0 && to !== from) moving.current(from, to);
    };
    const end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  };
  const moving = useRef(onMove);
  useLayoutEffect(() => {
    moving.current = onMove;
  });

  return (
    <div
      ref={box}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable="true"
      aria-readonly={isReadOnly}
      aria-describedby={describedBy}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id, content, taken }) => (
        // The grid takes the keys of all its rows.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={id}
          role="row"
          data-id={id}
          aria-selected={taken}
          tabIndex={id === stop ? 0 : -1}
          className={classes(styles.row, taken && styles.taken, id === current && styles.current)}
          onClick={() => {
            onCurrent(id);
            if (!isReadOnly) onToggle(id);
          }}
        >
          <div role="gridcell" className={styles.cell}>
            <span className={styles.box}>
              <Icon name="check" />
            </span>
            <span className={styles.content}>{content}</span>
            {!isReadOnly && (
              // A mouse drags here; keys move with Alt.
               
              <span
                aria-hidden="true"
                title={gripTitle}
                className={styles.grip}
                onPointerDown={drag(id)}
                onClick={(event) => event.stopPropagation()}
              />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
