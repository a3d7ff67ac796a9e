import { useState } from "react";
import type { ControlView, Framework, Subject } from "../../bridge/generated/wire";
import { ALL } from "../../bridge/record";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { today } from "../../words/format";
import { Attach } from "./Attach";
import { newReference } from "./blank";
import { EvidenceDialog } from "./EvidenceDialog";
import { LinkedEvidenceItem } from "./LinkedEvidenceItem";
import styles from "./evidence.module.css";

const w = words.evidence;
type Props = { framework: Framework; view: ControlView; subject: Subject; assessor: string };

/** The evidence of a control: attach, refer, weigh. */
export function EvidencePanel({ framework, view, subject, assessor }: Props) {
  const [writing, setWriting] = useState(false);
  const best = new Map(view.standing.rows.map((row) => [row.bestLink, row.stale]));
  const nameOf = (of: Subject) =>
    of === ALL ? w.allSubjects : (view.answers.find((a) => a.subject === of)?.subjectName ?? null);
  return (
    <section className={styles.panel} aria-label={w.title}>
      <header className={styles.head}>
        <h2>{w.title}</h2>
        <Button weight="quiet" edge="end" icon="plus" onPress={() => setWriting(true)}>
          {w.reference}
        </Button>
      </header>
      <Attach assessment={view.assessment} control={view.control} subject={subject} />
      {view.evidence.length === 0 && <p className={styles.quiet}>{w.none}</p>}
      <ul>
        {view.evidence.map((linked) => (
          <LinkedEvidenceItem
            key={linked.link.id}
            framework={framework}
            linked={linked}
            subjectName={view.split ? nameOf(linked.link.subject) : null}
            best={best.has(linked.link.id)}
            stale={best.get(linked.link.id) ?? false}
          />
        ))}
      </ul>
      {writing && (
        <EvidenceDialog
          framework={framework}
          evidence={newReference(view.assessment, today(), assessor)}
          control={view.control}
          onClose={() => setWriting(false)}
        />
      )}
    </section>
  );
}
