import type { ControlView, Framework } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { FindingCard } from "./FindingCard";
import panel from "../evidence/evidence.module.css";

/** The findings that the answers of a control leave. */
export function Findings({ framework, view }: { framework: Framework; view: ControlView }) {
  const answer = (subject: string) => view.answers.find((row) => row.subject === subject);
  return (
    <section className={panel.panel} aria-label={words.desk.findings}>
      <h2>{words.desk.findings}</h2>
      {view.findings.length === 0 && <p className={panel.quiet}>{words.desk.noFindings}</p>}
      {view.findings.map((finding) => (
        <FindingCard
          key={finding.id}
          framework={framework}
          finding={finding}
          subjectName={answer(finding.subject)?.subjectName ?? ""}
          answer={answer(finding.subject)?.words ?? null}
          open={finding.standing === "open"}
        />
      ))}
    </section>
  );
}
