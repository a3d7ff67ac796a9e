import { useMemo, useRef, useState } from "react";
import type { AssessmentRow, Organisation } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { NewOrganisation } from "../desk/organisation/NewOrganisation";
import { Button } from "../kit/Button";
import { DataGrid, type Column } from "../kit/DataGrid/DataGrid";
import { SearchField } from "../kit/Field";
import { Meter } from "../kit/Meter";
import { Empty } from "../kit/State";
import { Status } from "../kit/Status";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { date } from "../words/format";
import { usePlace } from "./place";
import styles from "./LibraryView.module.css";

const w = words.library;
const byName = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** How a stage looks in a list. */
export function StageMark({ row }: { row: AssessmentRow }) {
  return row.stage === "final" ? (
    <Status shade="good" icon="lock">
      {`${words.frame.final} · ${words.frame.version(row.version)}`}
    </Status>
  ) : (
    <Status shade="quiet" icon="pencil">
      {words.frame.draft}
    </Status>
  );
}

function Answered({ row }: { row: AssessmentRow }) {
  const text = w.progress(row.answered, row.controls);
  return (
    <span className={styles.answered}>
      <Meter label={w.columns.progress} value={row.answered} total={row.controls} text={text} slim />
      <span>{text}</span>
    </span>
  );
}

const assessmentColumns: Column<AssessmentRow>[] = [
  {
    id: "title",
    title: w.columns.title,
    width: "minmax(12rem, 2fr)",
    cell: (row) => <strong className={styles.name}>{row.title}</strong>,
    sort: (a, b) => byName(a.title, b.title),
  },
  {
    id: "organisation",
    title: w.columns.organisation,
    width: "minmax(10rem, 1.5fr)",
    cell: (row) => <span className={styles.name}>{row.organisationName}</span>,
    sort: (a, b) => byName(a.organisationName, b.organisationName),
  },
  {
    id: "progress",
    title: w.columns.progress,
    width: "minmax(11rem, 1fr)",
    cell: (row) => <Answered row={row} />,
    sort: (a, b) => a.answered / a.controls - b.answered / b.controls,
  },
  {
    id: "stage",
    title: w.columns.stage,
    width: "10rem",
    cell: (row) => <StageMark row={row} />,
    sort: (a, b) => byName(a.stage, b.stage),
  },
  {
    id: "asOf",
    title: w.columns.asOf,
    width: "8rem",
    cell: (row) => date(row.asOf),
    sort: (a, b) => byName(a.asOf, b.asOf),
    align: "end",
  },
];

const organisationColumns: Column<Organisation>[] = [
  {
    id: "name",
    title: w.columns.organisation,
    width: "minmax(12rem, 1fr)",
    cell: (row) => <strong className={styles.name}>{row.name}</strong>,
    sort: (a, b) => byName(a.name, b.name),
  },
  {
    id: "kind",
    title: w.kind,
    width: "minmax(12rem, 2fr)",
    cell: (row) => <span className={styles.name}>{row.kind}</span>,
    sort: (a, b) => byName(a.kind, b.kind),
  },
];

/** All organisations and assessments of the vault. */
export function LibraryView() {
  const library = useAsk("library", {});
  const { go } = usePlace();
  const [filter, setFilter] = useState("");
  const [making, setMaking] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  useKeys({ "/": () => search.current?.querySelector("input")?.focus() });

  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    const holds = (...texts: string[]) => texts.some((t) => t.toLowerCase().includes(wanted));
    return {
      assessments:
        library.data?.assessments.filter(
          (a) => !a.archived && holds(a.title, a.organisationName),
        ) ?? [],
      organisations: library.data?.organisations.filter((o) => holds(o.name, o.kind)) ?? [],
    };
  }, [library.data, filter]);

  const open = (row: AssessmentRow) =>
    go({ at: "assessment", assessment: row.id, part: "desk", control: null });

  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        <div ref={search} className={styles.search}>
          <SearchField label={w.filter} value={filter} onChange={setFilter} />
        </div>
        <Button icon="plus" onPress={() => setMaking(true)}>
          {w.newOrganisation}
        </Button>
        {(library.data?.organisations.length ?? 0) > 0 && (
          <Button
            weight="primary"
            icon="plus"
            onPress={() => go({ at: "start", organisation: null })}
          >
            {w.start}
          </Button>
        )}
      </header>
      <Asked of={library} lines={8}>
        {(view) =>
          view.organisations.length === 0 ? (
            <Empty icon="building" title={w.noneTitle}>
              <p>{w.noneWords}</p>
              <Button weight="primary" icon="plus" onPress={() => setMaking(true)}>
                {w.newOrganisation}
              </Button>
            </Empty>
          ) : (
            <>
              <section className={styles.part}>
                <h2>{w.assessments}</h2>
                <DataGrid
                  label={w.assessments}
                  rows={shown.assessments}
                  columns={assessmentColumns}
                  rowKey={(row) => row.id}
                  rowText={(row) => row.title}
                  onOpen={open}
                  density="tall"
                  summary={w.showing(shown.assessments.length, view.assessments.length)}
                  empty={
                    <Empty
                      icon="note"
                      title={view.assessments.length === 0 ? w.noAssessments : w.noMatch}
                    >
                      {view.assessments.length === 0 && <p>{w.noAssessmentsWords}</p>}
                    </Empty>
                  }
                />
              </section>
              <section className={styles.part}>
                <h2>{w.organisations}</h2>
                <DataGrid
                  label={w.organisations}
                  rows={shown.organisations}
                  columns={organisationColumns}
                  rowKey={(row) => row.id}
                  rowText={(row) => row.name}
                  onOpen={(row) => go({ at: "organisation", organisation: row.id })}
                  summary={w.showingOrganisations(
                    shown.organisations.length,
                    view.organisations.length,
                  )}
                  empty={<Empty icon="building" title={w.noMatch} />}
                />
              </section>
            </>
          )
        }
      </Asked>
      <NewOrganisation
        isOpen={making}
        onClose={() => setMaking(false)}
        onMade={(organisation) => {
          setMaking(false);
          go({ at: "organisation", organisation });
        }}
      />
    </div>
  );
}
