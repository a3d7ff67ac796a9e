import { useMemo, useRef, useState } from "react";
import type { LibraryView as View } from "../bridge/generated/wire";
import { useMay } from "../bridge/may";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { NewOrganisation } from "../desk/organisation/NewOrganisation";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { Select } from "../kit/Choice";
import { DataGrid } from "../kit/DataGrid/DataGrid";
import { SearchField } from "../kit/Field";
import { useRemembered } from "../kit/remembered";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import { options } from "../words/options";
import { AssessmentShelf } from "./AssessmentShelf";
import { LibraryFoot } from "./LibraryFoot";
import { organisationColumns } from "./libraryColumns";
import { usePlace } from "./place";
import { shelved, type LibraryFilter, type Shown } from "./shelved";
import styles from "./LibraryView.module.css";

const w = words.library;

/** All organisations and assessments of the vault. */
export function LibraryView() {
  const library = useAsk("library", {});
  const { go } = usePlace();
  const may = useMay();
  const [filter, setFilter] = useRemembered<LibraryFilter>("library", { text: "", show: "used" });
  const [making, setMaking] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  const shelves = useRef<HTMLDivElement>(null);
  const some = (library.data?.organisations.length ?? 0) > 0;
  const start = () => go({ at: "start", organisation: null });
  const make = () => setMaking(true);
  useActions([
    {
      id: "filter",
      name: w.filter,
      keys: "/",
      group: w.group,
      run: () => search.current?.querySelector("input")?.focus(),
    },
    { id: "start", name: w.start, group: w.group, isDisabled: !some || !may.assess, run: start },
    {
      id: "new organisation",
      name: w.newOrganisation,
      group: w.group,
      isDisabled: !may.assess,
      run: make,
    },
  ]);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        {some && (
          <>
            <div ref={search} className={styles.search}>
              <SearchField
                label={w.filter}
                value={filter.text}
                list={shelves}
                onChange={(text) => setFilter({ ...filter, text })}
              />
            </div>
            <div className={styles.show}>
              <Select<Shown>
                looks
                label={w.show}
                quietLabel
                value={filter.show}
                options={options<Shown>(w.shows)}
                onChange={(show) => setFilter({ ...filter, show })}
              />
            </div>
            {may.assess && (
              <>
                <Button icon="plus" onPress={make}>
                  {w.newOrganisation}
                </Button>
                <Button weight="primary" icon="plus" onPress={start}>
                  {w.start}
                </Button>
              </>
            )}
          </>
        )}
      </header>
      <Asked of={library} lines={8}>
        {(view) =>
          some ? (
            <div ref={shelves} className={styles.shelves}>
              <Shelves view={view} filter={filter} />
            </div>
          ) : (
            <Empty icon="building" title={w.noneTitle}>
              <p>{w.noneWords}</p>
              {may.assess && (
                <Button weight="primary" icon="plus" onPress={make}>
                  {w.newOrganisation}
                </Button>
              )}
            </Empty>
          )
        }
      </Asked>
      <LibraryFoot />
      <NewOrganisation
        isOpen={making}
        onClose={() => setMaking(false)}
        known={library.data?.organisations ?? []}
        onMade={(organisation) => {
          setMaking(false);
          go({ at: "organisation", organisation });
        }}
      />
    </div>
  );
}

function Shelves({ view, filter }: { view: View; filter: LibraryFilter }) {
  const { go } = usePlace();
  const shown = useMemo(() => shelved(view, filter), [view, filter]);
  return (
    <>
      <AssessmentShelf
        rows={shown.assessments}
        of={shown.of}
        show={filter.show}
        isFirst={view.assessments.length === 0}
      />
      <section className={styles.part}>
        <h2>{w.organisations}</h2>
        <DataGrid
          label={w.organisations}
          rows={shown.organisations}
          columns={organisationColumns}
          rowKey={(row) => row.id}
          rowText={(row) => row.name}
          onOpen={(row) => go({ at: "organisation", organisation: row.id })}
          summary={w.showingOrganisations(shown.organisations.length, view.organisations.length)}
          empty={<Empty icon="building" title={w.noMatch} />}
        />
      </section>
    </>
  );
}
