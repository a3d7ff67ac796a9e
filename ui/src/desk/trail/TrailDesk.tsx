import { useMemo, useState, useSyncExternalStore } from "react";
import type { TrailView } from "../../bridge/generated/wire";
import { DataGrid } from "../../kit/DataGrid/DataGrid";
import { useRemembered } from "../../kit/remembered";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { FaultNote } from "../FaultNote";
import { EntrySheet } from "./EntrySheet";
import type { TrailPages } from "./pages";
import { useSaveTrail } from "./useSaveTrail";
import { trailColumns } from "./trailColumns";
import { daysMixed, TrailFilters } from "./TrailFilters";
import { TrailState } from "./TrailState";
import { EVERYTHING, useTrail, type TrailFilter } from "./useTrail";
import styles from "./trail.module.css";

const w = words.trail;
const text = (index: number) => String(index);

/** Who did what when in this vault, with the proof of each entry, and whether all of it holds
 * together. */
export function TrailDesk() {
  const [filter, setFilter] = useRemembered<TrailFilter>("trail filter", EVERYTHING);
  const [open, setOpen] = useState<number | null>(null);
  // Days the wrong way round are no question; what was shown before stays.
  const [sound, setSound] = useState(filter);
  const { first, pages } = useTrail(sound);
  const { button, outcome } = useSaveTrail(sound);
  const put = (next: TrailFilter) => {
    setFilter(next);
    if (!daysMixed(next)) setSound(next);
  };
  return (
    <section className={styles.part} aria-label={w.title}>
      <div className={styles.head}>
        <p className={styles.intro}>{w.words}</p>
        {button}
      </div>
      {outcome}
      <Asked of={first} lines={10}>
        {(view) => (
          <>
            <TrailState verified={view.verified} signed={view.signed} onEntry={setOpen} />
            <TrailFilters view={view} filter={filter} onFilter={put} />
            {pages && <Entries view={view} pages={pages} open={open} onOpen={setOpen} />}
          </>
        )}
      </Asked>
    </section>
  );
}

type EntriesProps = {
  view: TrailView;
  pages: TrailPages;
  open: number | null;
  onOpen: (number: number | null) => void;
};

function Entries({ view, pages, open, onOpen }: EntriesProps) {
  const places = useMemo(() => Array.from({ length: view.total }, (_, at) => at), [view.total]);
  const room = open === null ? "whole" : "beside";
  const columns = useMemo(() => trailColumns(pages, room), [pages, room]);
  const fault = useSyncExternalStore(pages.hear, () => pages.fault);
  const [at, setAt] = useState<number | null>(null);
  const isOpen = at !== null && open !== null && pages.get(at)?.number === open;
  return (
    <>
      {fault && <FaultNote fault={fault} onRetry={() => pages.retry()} />}
      <div className={open === null ? styles.whole : styles.sides}>
        <div className={styles.list}>
          <DataGrid
            label={w.label}
            rows={places}
            columns={columns}
            rowKey={text}
            rowText={text}
            typeAhead="off"
            onOpen={(index) => {
              const row = pages.get(index);
              if (!row) return;
              setAt(index);
              onOpen(row.number);
            }}
            selected={isOpen ? text(at) : null}
            summary={w.showing(view.total, view.all)}
            empty={
              <Empty icon="search" title={w.none}>
                <p>{w.noneWords}</p>
              </Empty>
            }
          />
        </div>
        {open !== null && <EntrySheet key={open} number={open} onClose={() => onOpen(null)} />}
      </div>
    </>
  );
}
