import { useMemo, useState } from "react";
import type { AssessmentView, Framework, OverviewView as View } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { subjectId } from "../bridge/record";
import { Asked } from "../desk/Asked";
import { everyOpen, type FindingFilter } from "../desk/finding/filter";
import { FindingList } from "../desk/finding/FindingList";
import type { Over } from "../desk/standing/behind";
import { FinaliseDialog } from "../desk/standing/FinaliseDialog";
import { OwedList, type OwedWays } from "../desk/standing/OwedList";
import { ProvisionList } from "../desk/standing/ProvisionList";
import { RowsDialog } from "../desk/standing/RowsDialog";
import { Versions } from "../desk/standing/Versions";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { useRemembered } from "../kit/remembered";
import { Tabs } from "../kit/Tabs";
import { words } from "../words/en";
import { usePlace, type Part } from "./place";
import { StandingPart } from "./StandingPart";
import styles from "./OverviewView.module.css";

const w = words.overview;
const TABS = ["standing", "findings", "provisions", "owed", "versions"] as const;
type Tab = (typeof TABS)[number];

type Props = {
  file: AssessmentView;
  framework: Framework;
  onControl: (id: string) => void;
  onPart: (part: Part) => void;
};

/** Where an assessment stands, opened up: figures, gates, findings, law, and what is owed. */
export function OverviewView(props: Props) {
  const asked = useAsk("overview", { assessment: props.file.assessment.id });
  const { place } = usePlace();
  const shown = place.at === "assessment" ? (place.shown ?? null) : null;
  return (
    <div className={styles.view}>
      {!asked.data && <h1>{w.title}</h1>}
      <Asked of={asked} lines={10}>
        {(view) => <Overview key={shown} {...props} view={view} shown={shown} />}
      </Asked>
    </div>
  );
}

/** `shown` is the finding that somebody came to see. */
type Opened = Props & { view: View; shown: string | null };
function Overview({ file, framework, view, shown, onControl, onPart }: Opened) {
  const { id } = file.assessment;
  const [left, setLeft] = useRemembered<Tab>(`overview ${id}`, "standing");
  const [tab, setOpen] = useState<Tab>(shown === null ? left : "findings");
  const setTab = (to: Tab) => {
    setLeft(to);
    setOpen(to);
  };
  const [filter, setFilter] = useRemembered<FindingFilter>(`findings filter ${id}`, everyOpen);
  const [last, setLast] = useRemembered<string | null>(`finding ${id}`, null);
  const [finding, setOpenFinding] = useState(shown ?? last);
  const setFinding = (to: string | null) => {
    setLast(to);
    setOpenFinding(to);
  };
  const [over, setOver] = useState<Over | null>(null);
  const [finalising, setFinalising] = useState(false);
  const finalise = () => setFinalising(true);
  const isDraft = view.assessment.stage === "draft";
  const counts: Record<Tab, number | null> = {
    standing: null,
    findings: view.findings.filter((f) => f.standing === "open").length,
    provisions: view.provisions.length,
    owed: view.owed.length,
    versions: view.versions.length,
  };
  useActions([
    ...TABS.map((one) => ({
      id: `overview ${one}`,
      name: w.tabActions[one],
      group: w.group,
      run: () => setTab(one),
    })),
    { id: "finalise", name: w.finaliseAction, group: w.group, isDisabled: !isDraft, changes: true, run: finalise },
  ]);
  const nameOf = useMemo(() => {
    const names = new Map(
      [...file.sites, ...file.systems, ...file.vendors].map(({ id: of, name }) => [of, name]),
    );
    return (subject: string) => names.get(subjectId(subject) ?? "") ?? "";
  }, [file]);
  const showFindings = (next: FindingFilter, chosen: string | null) => {
    setFilter(next);
    setFinding(chosen);
    setTab("findings");
    setFinalising(false);
  };
  const ways: OwedWays = {
    onControl,
    onFinding: (control, subject) => {
      const of = view.findings.find((f) => f.control === control && f.subject === subject);
      showFindings(everyOpen, of?.id ?? null);
    },
    onEvidence: () => onPart("evidence"),
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        {isDraft && (
          <Button changes icon="lock" onPress={finalise}>
            {w.finalise}
          </Button>
        )}
      </header>
      <Tabs
        label={w.tabs}
        value={tab}
        onChange={setTab}
        tabs={TABS.map((one) => ({
          id: one,
          label: (
            <>
              {w.tab[one]} {counts[one] !== null && <span className={styles.count}>{counts[one]}</span>}
            </>
          ),
        }))}
      >
        {tab === "standing" && (
          <StandingPart
            file={file}
            framework={framework}
            view={view}
            onOver={setOver}
            onFindings={(cell) => showFindings({ ...everyOpen, ...cell }, null)}
            onControl={onControl}
            onScope={() => onPart("scope")}
          />
        )}
        {tab === "findings" && (
          <FindingList
            framework={framework}
            findings={view.findings}
            filter={filter}
            onFilter={(next) => {
              setFilter(next);
              setFinding(null);
            }}
            chosen={finding}
            onChoose={setFinding}
            nameOf={nameOf}
            onControl={onControl}
          />
        )}
        {tab === "provisions" && (
          <ProvisionList
            framework={framework}
            provisions={view.provisions}
            items={view.standing.items}
            onControl={onControl}
          />
        )}
        {tab === "owed" && (
          <section className={styles.owed} aria-label={w.owed}>
            <h2>{w.owed}</h2>
            <p className={styles.count}>{w.owedWords}</p>
            <OwedList framework={framework} owed={view.owed} nameOf={nameOf} ways={ways} open />
          </section>
        )}
        {tab === "versions" && (
          <Versions framework={framework} view={view} onControl={onControl} />
        )}
      </Tabs>
      <RowsDialog
        framework={framework}
        standing={view.standing}
        over={over}
        onOver={setOver}
        onControl={onControl}
      />
      <FinaliseDialog
        framework={framework}
        view={view}
        nameOf={nameOf}
        ways={ways}
        isOpen={finalising}
        onClose={() => setFinalising(false)}
        onFinal={() => {
          setFinalising(false);
          setTab("versions");
        }}
      />
    </>
  );
}
