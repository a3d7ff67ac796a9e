import { useState } from "react";
import type { AssessmentView, PaperSize } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { BundleCard } from "../desk/handover/BundleCard";
import { PaperCard } from "../desk/paper/PaperCard";
import { Button } from "../kit/Button";
import { Radios } from "../kit/Choice";
import { Note } from "../kit/Note";
import { words } from "../words/en";
import type { Part } from "./place";
import styles from "./StartView.module.css";

const w = words.paper;

type Props = { file: AssessmentView; onPart: (part: Part) => void };

/** The documents that leave the vault. */
export function PaperView({ file, onPart }: Props) {
  const [paper, setPaper] = useState<PaperSize>("letter");
  const assessment = file.assessment.id;
  const owed = useAsk("overview", { assessment }).data?.owed.length ?? 0;
  return (
    <div className={styles.view}>
      <h1>{w.title}</h1>
      <p>{w.intro}</p>
      {file.assessment.stage === "draft" && (
        <Note tone="info">
          <p>{w.draft}</p>
          {owed > 0 && (
            <>
              <p>{w.owed(owed)}</p>
              <p>
                <Button weight="quiet" edge="start" onPress={() => onPart("overview")}>
                  {w.toOverview}
                </Button>
              </p>
            </>
          )}
        </Note>
      )}
      <Radios<PaperSize>
        looks
        label={w.size}
        value={paper}
        options={[
          { id: "letter", label: w.letter },
          { id: "a4", label: w.a4 },
        ]}
        onChange={setPaper}
        flow="line"
      />
      <PaperCard
        document="audit-packet"
        title={w.packet}
        about={w.packetWords}
        assessment={assessment}
        paper={paper}
        main
      />
      <PaperCard
        document="evidence-plan"
        title={w.plan}
        about={w.planWords}
        assessment={assessment}
        paper={paper}
      />
      <PaperCard
        document="checklist"
        title={w.checklist}
        about={w.checklistWords}
        assessment={null}
        paper={paper}
      />
      <BundleCard assessment={assessment} title={file.assessment.title} />
    </div>
  );
}
