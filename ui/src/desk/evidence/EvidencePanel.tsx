import { useState } from "react";
import type { ControlView, Evidence, Framework, Subject } from "../../bridge/generated/wire";
import { ALL } from "../../bridge/record";
import { useAsk } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { today } from "../../words/format";
import { Some } from "../Some";
import { Attach } from "./Attach";
import { newReference } from "./blank";
import { EvidenceDialog } from "./EvidenceDialog";
import { LinkedEvidenceItem } from "./LinkedEvidenceItem";
import { PreviewDialog } from "./PreviewDialog";
import parts from "../parts.module.css";

const w = words.evidence;
type Props = { framework: Framework; view: ControlView; subject: Subject; assessor: string };

/** The evidence of a control: attach, refer, weigh. */
export function EvidencePanel({ framework, view, subject, assessor }: Props) {
  const [writing, setWriting] = useState(false);
  const [looking, look] = useState<Evidence | null>(null);
  const best = new Map(
    view.standing.rows.map((row) => [row.bestLink, row.stale ? ("stale" as const) : ("best" as const)]),
  );
  // The other half of a pair may bear on nothing here.
  const near = view.evidence.map((linked) => linked.evidence);
  const shelf = useAsk(
    "shelf",
    { assessment: view.assessment },
    { enabled: near.some((e) => e.phi === "yes" || e.redacts) },
  );
  const all = shelf.data?.evidence ?? near;
  const nameOf = (of: Subject) =>
    of === ALL ? w.allSubjects : (view.answers.find((a) => a.subject === of)?.subjectName ?? null);
  return (
    <section className={parts.part} aria-label={w.title}>
      <header className={parts.head}>
        <h2>{w.title}</h2>
        <Button changes weight="quiet" edge="end" icon="plus" onPress={() => setWriting(true)}>
          {w.reference}
        </Button>
      </header>
      <Attach assessment={view.assessment} control={view.control} subject={subject} />
      {view.evidence.length === 0 && <p className={parts.quiet}>{w.none}</p>}
      <Some items={view.evidence} first={10}>
        {(linked) => (
          <LinkedEvidenceItem
            key={linked.link.id}
            framework={framework}
            linked={linked}
            all={all}
            subjectName={view.split ? nameOf(linked.link.subject) : null}
            counts={best.get(linked.link.id)}
            onLook={look}
          />
        )}
      </Some>
      {looking && <PreviewDialog evidence={looking} onClose={() => look(null)} />}
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
