import { useMemo, useRef, useState } from "react";
import type { AssessmentView, Evidence, Framework } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { Attach } from "../desk/evidence/Attach";
import { ShelfItem } from "../desk/evidence/ShelfItem";
import { Select } from "../kit/Choice";
import { DataGrid, type Column } from "../kit/DataGrid/DataGrid";
import { SearchField } from "../kit/Field";
import { Empty } from "../kit/State";
import { Status } from "../kit/Status";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { date, size } from "../words/format";
import { options } from "../words/options";
import styles from "./ListView.module.css";

const w = words.shelf;
type Props = { file: AssessmentView; framework: Framework; onControl: (id: string) => void };
type Show = "all" | "unlinked" | "phiOpen" | "withdrawn" | "expired";

const shows = {
  all: w.all,
  unlinked: w.unlinked,
  phiOpen: w.phiOpen,
  withdrawn: w.withdrawn,
  expired: w.expired,
};

/** All evidence of an assessment. */
export function ShelfView({ file, framework, onControl }: Props) {
  const { id: assessment, asOf } = file.assessment;
  const asked = useAsk("shelf", { assessment });
  const [filter, setFilter] = useState("");
  const [show, setShow] = useState<Show>("all");
  const [open, setOpen] = useState<string | null>(null);
  const search = useRef<HTMLDivElement>(null);
  useKeys({ "/": () => search.current?.querySelector("input")?.focus() });

  const bears = useMemo(() => {
    const found = new Map<string, string[]>();
    for (const link of asked.data?.links ?? []) {
      const known = found.get(link.evidence) ?? [];
      if (!known.includes(link.control)) known.push(link.control);
      found.set(link.evidence, known);
    }
    return found;
  }, [asked.data]);

  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return (asked.data?.evidence ?? []).filter((e) => {
      const controls = bears.get(e.id) ?? [];
      const text = [e.title, e.attachment?.fileName, e.text, e.providedBy, ...controls].join(" ");
      const fits: Record<Show, boolean> = {
        all: true,
        unlinked: controls.length === 0,
        phiOpen: e.phi === "unknown",
        withdrawn: e.withdrawn !== null,
        expired: e.validUntil !== null && e.validUntil < asOf,
      };
      return fits[show] && text.toLowerCase().includes(wanted);
    });
  }, [asked.data, bears, filter, show, asOf]);

  const columns = useMemo(
    (): Column<Evidence>[] => [
      {
        id: "title",
        title: w.columns.title,
        width: "minmax(12rem, 1fr)",
        cell: (e) => <bdi className={styles.cut}>{e.title}</bdi>,
        sort: (a, b) => a.title.localeCompare(b.title),
      },
      {
        id: "controls",
        title: w.columns.controls,
        width: "minmax(7rem, 14rem)",
        cell: (e) => (
          <span className={styles.cut}>{(bears.get(e.id) ?? []).join(", ") || w.notLinked}</span>
        ),
      },
      {
        id: "phi",
        title: w.columns.phi,
        width: "11rem",
        cell: (e) => words.code.phi[e.phi],
        sort: (a, b) => a.phi.localeCompare(b.phi),
      },
      {
        id: "state",
        title: w.columns.state,
        width: "8rem",
        cell: (e) =>
          e.withdrawn ? (
            <Status shade="bad" icon="cross">
              {w.withdrawn}
            </Status>
          ) : (
            <Status shade="good" icon="check">
              {w.counts}
            </Status>
          ),
      },
      {
        id: "size",
        title: w.columns.size,
        width: "6rem",
        cell: (e) => (e.attachment ? size(e.attachment.length) : words.kit.nothing),
        sort: (a, b) => (a.attachment?.length ?? 0) - (b.attachment?.length ?? 0),
        align: "end",
      },
      {
        id: "added",
        title: w.columns.added,
        width: "8rem",
        cell: (e) => date(e.added),
        sort: (a, b) => a.added.localeCompare(b.added),
        align: "end",
      },
    ],
    [bears],
  );

  const item = asked.data?.evidence.find((e) => e.id === open);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        <div ref={search} className={styles.search}>
          <SearchField label={w.filter} value={filter} onChange={setFilter} />
        </div>
        <div className={styles.show}>
          <Select<Show>
            label={w.only}
            quietLabel
            value={show}
            options={options(shows)}
            onChange={setShow}
          />
        </div>
      </header>
      <Attach assessment={assessment} control={null} subject="all" />
      <Asked of={asked} lines={8}>
        {(view) =>
          view.evidence.length === 0 ? (
            <Empty icon="clip" title={w.noneTitle}>
              <p>{w.noneWords}</p>
            </Empty>
          ) : (
            <DataGrid
              label={w.title}
              rows={shown}
              columns={columns}
              rowKey={(e) => e.id}
              rowText={(e) => e.title}
              onOpen={(e) => setOpen(e.id)}
              summary={w.showing(shown.length, view.evidence.length)}
              empty={<Empty icon="search" title={w.none} />}
            />
          )
        }
      </Asked>
      {item && asked.data && (
        <ShelfItem
          framework={framework}
          evidence={item}
          links={asked.data.links.filter((link) => link.evidence === item.id)}
          onControl={onControl}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
