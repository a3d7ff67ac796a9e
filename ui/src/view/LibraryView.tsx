import { useMemo, useRef, useState } from "react";
import type { AssessmentRow } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { NewOrganisation } from "../desk/organisation/NewOrganisation";
import { Button } from "../kit/Button";
import { DataGrid } from "../kit/DataGrid/DataGrid";
import { SearchField } from "../kit/Field";
import { Empty } from "../kit/State";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { assessmentColumns, organisationColumns } from "./libraryColumns";
import { usePlace } from "./place";
import styles from "./LibraryView.module.css";

const w = words.library;

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
