import { useMemo, useState } from "react";
import type { OrganisationView as File } from "../bridge/generated/wire";
import { useAsk, useTell } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { RetentionDesk } from "../desk/handover/RetentionDesk";
import { IssuedPanel } from "../desk/issued/IssuedPanel";
import { LookPanel } from "../desk/look/LookPanel";
import { blank } from "../desk/organisation/blank";
import { personKind, siteKind, systemKind, vendorKind } from "../desk/organisation/kinds";
import { OrganisationDetails } from "../desk/organisation/OrganisationDetails";
import { Roster } from "../desk/organisation/Roster";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { useRemembered } from "../kit/remembered";
import { Tabs } from "../kit/Tabs";
import { words } from "../words/en";
import { AssessmentList } from "./AssessmentList";
import { usePlace } from "./place";
import { useDestroyed } from "./useDestroyed";
import styles from "./OrganisationView.module.css";

const w = words.organisation;
const TABS = ["details", "systems", "sites", "vendors", "people", "documents", "retention"] as const;
type Tab = (typeof TABS)[number];

/** An organisation with its sites, systems, vendors and people, saved as they are written. */
export function OrganisationView({ organisation }: { organisation: string }) {
  const file = useAsk("organisation", { organisation });
  const { place } = usePlace();
  const shown = place.at === "organisation" ? (place.shown ?? null) : null;
  return (
    <div className={styles.view}>
      <Asked of={file} lines={10}>
        {(view) => <Sheet key={`${organisation} ${shown ?? ""}`} file={view} shown={shown} />}
      </Asked>
    </div>
  );
}

/** Returns the tab that a record stands in. */
function tabOf(file: File, shown: string | null): Tab | null {
  const has = (records: readonly { id: string }[]) => records.some(({ id }) => id === shown);
  if (shown === null) return null;
  if (has(file.systems)) return "systems";
  if (has(file.sites)) return "sites";
  if (has(file.vendors)) return "vendors";
  return has(file.people) ? "people" : null;
}

function Sheet({ file, shown }: { file: File; shown: string | null }) {
  const { go } = usePlace();
  const { id } = file.organisation;
  const [left, setLeft] = useRemembered<Tab>(`organisation ${id}`, "details");
  const [tab, setTab] = useState<Tab>(() => tabOf(file, shown) ?? left);
  const turn = (to: Tab) => {
    setLeft(to);
    setTab(to);
  };
  const start = () => go({ at: "start", organisation: id });
  useActions([
    ...TABS.map((one) => ({
      id: `organisation ${one}`,
      name: w.tabActions[one],
      group: w.group,
      run: () => turn(one),
    })),
    { id: "start", name: w.start, group: w.group, changes: true, run: start },
  ]);
  const counts: Record<Tab, number | null> = {
    details: null,
    systems: file.systems.length,
    sites: file.sites.length,
    vendors: file.vendors.length,
    people: file.people.length,
    documents: null,
    retention: null,
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{file.organisation.name}</h1>
        <Button changes weight="primary" icon="plus" onPress={start}>
          {w.start}
        </Button>
      </header>
      <Tabs
        label={w.tabs}
        value={tab}
        onChange={turn}
        tabs={TABS.map((one) => ({
          id: one,
          label: (
            <>
              {w.tab[one]} {counts[one] !== null && <span className={styles.count}>{counts[one]}</span>}
            </>
          ),
        }))}
      >
        {tab === "details" ? (
          <div className={styles.details}>
            <AssessmentList rows={file.assessments} />
            <OrganisationDetails organisation={file.organisation} />
          </div>
        ) : tab === "documents" ? (
          <Documents organisation={id} />
        ) : tab === "retention" ? (
          <Keeping organisation={id} />
        ) : (
          <Records file={file} tab={tab} shown={shown} />
        )}
      </Tabs>
    </>
  );
}

/** How this organisation's documents look, and what was issued of it. */
function Documents({ organisation }: { organisation: string }) {
  return (
    <div className={styles.documents}>
      <LookPanel organisation={organisation} />
      <IssuedPanel organisation={organisation} />
    </div>
  );
}

/** How long everything is kept. Once it is destroyed there is nothing to see here. */
function Keeping({ organisation }: { organisation: string }) {
  const { go } = usePlace();
  const [, say] = useDestroyed();
  return (
    <RetentionDesk
      organisation={organisation}
      onDestroyed={(done) => {
        say(done);
        go({ at: "library" });
      }}
    />
  );
}

type RecordsProps = {
  file: File;
  tab: Exclude<Tab, "details" | "documents" | "retention">;
  shown: string | null;
};

function Records({ file, tab, shown }: RecordsProps) {
  const tell = useTell();
  const { id } = file.organisation;
  const systems = useMemo(() => systemKind(file), [file]);
  switch (tab) {
    case "systems":
      return (
        <Roster
          kind={systems}
          records={file.systems}
          blank={blank.system(id)}
          save={async (system) => (await tell("save_system", system)).systems}
          shown={shown}
        />
      );
    case "sites":
      return (
        <Roster
          kind={siteKind}
          records={file.sites}
          blank={blank.site(id)}
          save={async (site) => (await tell("save_site", site)).sites}
          shown={shown}
        />
      );
    case "vendors":
      return (
        <Roster
          kind={vendorKind}
          records={file.vendors}
          blank={blank.vendor(id)}
          save={async (vendor) => (await tell("save_vendor", vendor)).vendors}
          shown={shown}
        />
      );
    case "people":
      return (
        <Roster
          kind={personKind}
          records={file.people}
          blank={blank.person(id)}
          save={async (person) => (await tell("save_person", person)).people}
          shown={shown}
        />
      );
  }
}
