import { useEffect, useState } from "react";
import type { AssessmentView, Framework } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { subjectId } from "../bridge/record";
import { Asked } from "../desk/Asked";
import { FindingCard } from "../desk/finding/FindingCard";
import { Figures } from "../desk/standing/Figures";
import { Finalise } from "../desk/standing/Finalise";
import { Gates } from "../desk/standing/Gates";
import { OwedList } from "../desk/standing/OwedList";
import { Provisions } from "../desk/standing/Provisions";
import type { Over } from "../desk/standing/behind";
import { Rows, ROWS } from "../desk/standing/Rows";
import { SectionChart } from "../desk/standing/SectionChart";
import { Fold } from "../kit/Fold";
import { Button } from "../kit/Button";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import styles from "./OverviewView.module.css";

const w = words.overview;
type Props = { file: AssessmentView; framework: Framework; onControl: (id: string) => void };

/** Where an assessment stands, opened up: figures, gates, findings, law, and what is owed. */
export function OverviewView({ file, framework, onControl }: Props) {
  const asked = useAsk("overview", { assessment: file.assessment.id });
  const begin = () => {
    onControl(file.rows[0]?.control ?? "");
  };
  const [over, setOver] = useState<Over>("provisions");
  const [rowsOpen, setRowsOpen] = useState(false);
  const [sought, setSought] = useState(0);
  const openRows = (wanted: Over) => {
    setOver(wanted);
    setRowsOpen(true);
    setSought((times) => times + 1);
  };
  useEffect(() => {
    if (sought === 0) return;
    const rows = document.getElementById(ROWS);
    rows?.scrollIntoView({ block: "start" });
    rows?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  }, [sought]);
  const nameOf = (subject: string) => {
    const id = subjectId(subject);
    return [...file.sites, ...file.systems, ...file.vendors].find((s) => s.id === id)?.name ?? "";
  };
  return (
    <div className={styles.view}>
      <Asked of={asked} lines={10}>
        {(view) => {
          if (file.rows.every((row) => !row.answered)) return <Nothing onBegin={begin} />;
          const card = (finding: (typeof view.findings)[number]) => (
            <FindingCard
              key={finding.id}
              framework={framework}
              finding={finding}
              subjectName={nameOf(finding.subject)}
              onControl={onControl}
            />
          );
          const open = view.findings.filter((f) => f.standing === "open");
          const settled = view.findings.filter((f) => f.standing === "settled");
          return (
            <>
              <header className={styles.head}>
                <h1>{w.title}</h1>
                <Finalise view={view} />
              </header>
              <Figures standing={view.standing} onOver={openRows} />
              <Gates framework={framework} standing={view.standing} onControl={onControl} />
              <SectionChart standing={view.standing} onOver={openRows} />
              <Rows
                framework={framework}
                standing={view.standing}
                over={over}
                isOpen={rowsOpen}
                onOver={setOver}
                onOpen={setRowsOpen}
                onControl={onControl}
              />
              <section className={styles.findings} aria-label={w.findings}>
                <h2>
                  {w.findings} <span className={styles.count}>{open.length}</span>
                </h2>
                {view.findings.length === 0 && <p>{w.noFindings}</p>}
                {open.map(card)}
                {settled.length > 0 && (
                  <Fold title={w.settled(settled.length)}>{settled.map(card)}</Fold>
                )}
              </section>
              <Provisions
                framework={framework}
                provisions={view.provisions}
                onControl={onControl}
              />
              <OwedList
                framework={framework}
                owed={view.owed}
                nameOf={nameOf}
                onControl={onControl}
              />
            </>
          );
        }}
      </Asked>
    </div>
  );
}

function Nothing({ onBegin }: { onBegin: () => void }) {
  return (
    <>
      <h1>{w.title}</h1>
      <Empty icon="scales" title={w.emptyTitle}>
        <p>{w.emptyWords}</p>
        <Button weight="primary" onPress={onBegin}>
          {w.toDesk}
        </Button>
      </Empty>
    </>
  );
}
