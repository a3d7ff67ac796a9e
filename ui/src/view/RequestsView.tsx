import { useMemo, useRef, useState } from "react";
import type { AssessmentView, EvidenceRequest, Framework } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { RequestDialog } from "../desk/request/RequestDialog";
import { askedOf, isOpen, RequestMark } from "../desk/request/requestMark";
import { Select } from "../kit/Choice";
import { DataGrid, type Column } from "../kit/DataGrid/DataGrid";
import { SearchField } from "../kit/Field";
import { Empty } from "../kit/State";
import { Status } from "../kit/Status";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { date, today } from "../words/format";
import styles from "./ListView.module.css";

const w = words.request;
type Props = { file: AssessmentView; framework: Framework; onControl: (id: string) => void };
type Show = "open" | "all";

/** What is still to be collected, from whom, by when. */
export function RequestsView({ file, framework, onControl }: Props) {
  const { id: assessment } = file.assessment;
  const asked = useAsk("requests", { assessment });
  const shelf = useAsk("shelf", { assessment });
  const [filter, setFilter] = useState("");
  const [show, setShow] = useState<Show>("open");
  const [open, setOpen] = useState<EvidenceRequest | null>(null);
  const search = useRef<HTMLDivElement>(null);
  useKeys({ "/": () => search.current?.querySelector("input")?.focus() });
  const people = asked.data?.people ?? file.people;

  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return (asked.data?.requests ?? []).filter((request) => {
      const text = `${request.artefact} ${request.control} ${askedOf(request, people)}`;
      return (show === "all" || isOpen(request)) && text.toLowerCase().includes(wanted);
    });
  }, [asked.data, people, filter, show]);

  const columns = useMemo((): Column<EvidenceRequest>[] => {
    const late = (r: EvidenceRequest) => r.due !== null && r.due < today() && isOpen(r);
    return [
      {
        id: "artefact",
        title: w.columns.artefact,
        width: "minmax(14rem, 1fr)",
        cell: (r) => <span className={styles.cut}>{r.artefact}</span>,
        sort: (a, b) => a.artefact.localeCompare(b.artefact),
      },
      {
        id: "control",
        title: w.columns.control,
        width: "8rem",
        cell: (r) => r.control,
        sort: (a, b) => a.control.localeCompare(b.control),
      },
      {
        id: "person",
        title: w.columns.person,
        width: "minmax(8rem, 12rem)",
        cell: (r) => <span className={styles.cut}>{askedOf(r, people) || words.kit.nothing}</span>,
        sort: (a, b) => askedOf(a, people).localeCompare(askedOf(b, people)),
      },
      {
        id: "due",
        title: w.columns.due,
        width: "10rem",
        cell: (r) =>
          late(r) ? (
            <Status shade="bad" icon="clock">
              {`${date(r.due)} · ${w.overdue}`}
            </Status>
          ) : (
            date(r.due)
          ),
        sort: (a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"),
      },
      {
        id: "state",
        title: w.columns.state,
        width: "9rem",
        cell: (r) => <RequestMark state={r.state} />,
        sort: (a, b) => a.state.localeCompare(b.state),
      },
    ];
  }, [people]);

  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        <div ref={search} className={styles.search}>
          <SearchField label={w.filter} value={filter} onChange={setFilter} />
        </div>
        <div className={styles.show}>
          <Select<Show>
            label={w.states}
            quietLabel
            value={show}
            options={[
              { id: "open", label: w.openOnly },
              { id: "all", label: w.anyState },
            ]}
            onChange={setShow}
          />
        </div>
      </header>
      <Asked of={asked} lines={8}>
        {(view) =>
          view.requests.length === 0 ? (
            <Empty icon="inbox" title={w.noneTitle}>
              <p>{w.noneWords}</p>
            </Empty>
          ) : (
            <DataGrid
              label={w.title}
              rows={shown}
              columns={columns}
              rowKey={(r) => r.id}
              rowText={(r) => r.artefact}
              onOpen={setOpen}
              summary={w.showing(shown.length, view.requests.length)}
              empty={<Empty icon="search" title={w.none} />}
            />
          )
        }
      </Asked>
      {open && (
        <RequestDialog
          framework={framework}
          request={open}
          people={people}
          evidence={shelf.data?.evidence ?? []}
          onControl={() => onControl(open.control)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
