import { useMemo, useRef, useState } from "react";
import type { AssessmentView, Framework, ShelfView as Shelf } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { Attach } from "../desk/evidence/Attach";
import { everything, filtered, shelfRows, totals, type ShelfFilter, type ShelfRow } from "../desk/evidence/shelf";
import { ShelfActs } from "../desk/evidence/ShelfActs";
import { shelfColumns } from "../desk/evidence/shelfColumns";
import { ShelfFilters } from "../desk/evidence/ShelfFilters";
import { ShelfItem } from "../desk/evidence/ShelfItem";
import { ShelfTotals } from "../desk/evidence/ShelfTotals";
import { LinkDialog } from "../desk/evidence/LinkDialog";
import { classes } from "../kit/classes";
import { DataGrid } from "../kit/DataGrid/DataGrid";
import { useRemembered } from "../kit/remembered";
import { Empty } from "../kit/State";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { usePlace } from "./place";
import styles from "./ShelfView.module.css";

const w = words.shelf;
const key = (row: ShelfRow) => row.evidence.id;
const name = (row: ShelfRow) => row.evidence.title;
type Props = { file: AssessmentView; framework: Framework; onControl: (id: string) => void };

/** All evidence of an assessment. */
export function ShelfView({ file, framework, onControl }: Props) {
  const { id: assessment } = file.assessment;
  const asked = useAsk("shelf", { assessment });
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        <Attach assessment={assessment} control={null} subject="all" />
      </header>
      <Asked of={asked} lines={8}>
        {(view) =>
          view.evidence.length === 0 ? (
            <Empty icon="clip" title={w.noneTitle}>
              <p>{w.noneWords}</p>
            </Empty>
          ) : (
            <Items file={file} framework={framework} view={view} onControl={onControl} />
          )
        }
      </Asked>
    </div>
  );
}

/** The list with its filters, and the open item beside it. */
function Items({ file, framework, view, onControl }: Props & { view: Shelf }) {
  const { id: assessment, asOf } = file.assessment;
  const [filter, setFilter] = useRemembered<ShelfFilter>(`shelf ${assessment}`, everything);
  const [left, setOpen] = useRemembered<string | null>(`shelf item ${assessment}`, null);
  const { place, go } = usePlace();
  // What somebody came for goes before what was open here last.
  const wanted = place.at === "assessment" ? place.shown : undefined;
  const open = wanted ?? left;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [linking, setLinking] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const rows = useMemo(() => shelfRows(view), [view]);
  const shown = useMemo(() => filtered(rows, filter, asOf), [rows, filter, asOf]);
  const all = useMemo(() => totals(rows, asOf), [rows, asOf]);
  const item = rows.find((row) => row.evidence.id === open);
  const columns = useMemo(() => shelfColumns(asOf, item ? "beside" : "whole"), [asOf, item]);
  const picked = shown.filter((row) => chosen.has(row.evidence.id)).map((row) => row.evidence);

  const show = (id: string | null) => {
    setOpen(id);
    if (place.at === "assessment" && wanted !== undefined) {
      const { at, part, control } = place;
      go({ at, assessment, part, control });
    }
  };
  useKeys({
    "/": () => search.current?.querySelector("input")?.focus(),
    Escape: () => show(null),
  });

  return (
    <>
      <ShelfFilters
        framework={framework}
        rows={rows}
        filter={filter}
        onFilter={setFilter}
        search={search}
        list={list}
      />
      {picked.length > 0 ? (
        <ShelfActs
          framework={framework}
          assessment={assessment}
          evidence={picked}
          onNone={() => setChosen(new Set())}
        />
      ) : (
        <ShelfTotals totals={all} />
      )}
      <div ref={list} className={classes(styles.panes, item && styles.beside)}>
        <DataGrid
          label={w.title}
          rows={shown}
          columns={columns}
          rowKey={key}
          rowText={name}
          onOpen={(row) => show(row.evidence.id)}
          selected={item?.evidence.id ?? null}
          chosen={chosen}
          onChosen={setChosen}
          typeAhead="off"
          summary={w.showing(shown.length, rows.length)}
          empty={
            <Empty icon="search" title={w.none}>
              <p>{w.noneMatch}</p>
            </Empty>
          }
        />
        {item && (
          <ShelfItem
            key={item.evidence.id}
            framework={framework}
            row={item}
            onControl={onControl}
            onLook={(evidence) => show(evidence.id)}
            onLink={() => setLinking(true)}
            onClose={() => show(null)}
          />
        )}
      </div>
      {item && linking && (
        <LinkDialog
          framework={framework}
          assessment={assessment}
          evidence={[item.evidence]}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}
