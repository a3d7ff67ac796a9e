import { useRef, useState, type ReactNode } from "react";
import { classes } from "./classes";
import styles from "./Panes.module.css";
import { useWidths } from "./widths";

type Side = {
  name: string;
  label: string;
  content: ReactNode;
  start: number;
  /** Where the panes stand above each other, it is as tall as what it holds. */
  whole?: boolean;
};
type Props = { sides: readonly Side[]; sizerLabel: (name: string) => string; mainId: string; children: ReactNode };

const LEAST = 180;
const MOST = 560;
const STEP = 24;

function within(width: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, width)));
}

/** Panes of a chosen width beside the main one. Their edges move by mouse and by arrows. */
export function Panes({ sides, sizerLabel, mainId, children }: Props) {
  const kept = useWidths();
  const [widths, setWidths] = useState(() =>
    sides.map((side) => within(kept.of(side.name) ?? side.start)),
  );
  const set = (place: number, width: number) => {
    const next = within(width);
    kept.keep(sides[place]?.name ?? "", next);
    setWidths((was) => was.map((w, i) => (i === place ? next : w)));
  };
  return (
    <div className={styles.panes}>
      {sides.map((side, place) => {
        const width = widths[place] ?? side.start;
        return (
          <section
            key={side.name}
            aria-label={side.label}
            className={classes(styles.side, side.whole && styles.whole)}
            style={{ width }}
          >
            {side.content}
            <Edge
              label={sizerLabel(side.label)}
              width={width}
              onWidth={(next) => set(place, next)}
            />
          </section>
        );
      })}
      <div id={mainId} className={styles.main}>
        {children}
      </div>
    </div>
  );
}

type EdgeProps = { label: string; width: number; onWidth: (width: number) => void };

function Edge({ label, width, onWidth }: EdgeProps) {
  const from = useRef<{ x: number; width: number } | null>(null);
  return (
    // APG window splitter: a separator that takes the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.edge}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") onWidth(width - STEP);
        else if (event.key === "ArrowRight") onWidth(width + STEP);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from.current) onWidth(from.current.width + event.clientX - from.current.x);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
