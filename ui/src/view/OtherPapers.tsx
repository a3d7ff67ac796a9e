import { useState } from "react";
import type { AssessmentView, PaperSize } from "../bridge/generated/wire";
import { BundleCard } from "../desk/handover/BundleCard";
import { PaperCard } from "../desk/paper/PaperCard";
import { PlanCard } from "../desk/request/plan/PlanCard";
import { Radios } from "../kit/Choice";
import { words } from "../words/en";
import styles from "./PaperView.module.css";

const w = words.paper;

/** What leaves besides the packet: the evidence plan, a blank checklist, a bundle. */
export function OtherPapers({ file }: { file: AssessmentView }) {
  const [paper, setPaper] = useState<PaperSize>("letter");
  const { id: assessment, title } = file.assessment;
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <PlanCard assessment={assessment} />
        <PaperCard
          title={w.checklist}
          about={w.checklistWords}
          paper={paper}
          size={
            <Radios<PaperSize>
              looks
              quietLabel
              label={w.size}
              value={paper}
              options={[
                { id: "letter", label: w.letter },
                { id: "a4", label: w.a4 },
              ]}
              onChange={setPaper}
              flow="line"
            />
          }
        />
        <BundleCard assessment={assessment} title={title} />
      </div>
    </div>
  );
}
