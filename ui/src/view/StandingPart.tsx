import type { AssessmentView, Framework, OverviewView } from "../bridge/generated/wire";
import type { Over } from "../desk/standing/behind";
import { Figures } from "../desk/standing/Figures";
import { Gates } from "../desk/standing/Gates";
import { SectionChart } from "../desk/standing/SectionChart";
import { SeverityMatrix, type Cell } from "../desk/standing/SeverityMatrix";
import { NothingStands } from "./NothingStands";
import styles from "./OverviewView.module.css";

type Props = {
  file: AssessmentView;
  framework: Framework;
  view: OverviewView;
  onOver: (over: Over) => void;
  onFindings: (cell: Cell) => void;
  onControl: (id: string) => void;
  onScope: () => void;
};

/** The figures with what lowers them and where they come from. */
export function StandingPart(props: Props) {
  const { file, framework, view, onOver, onFindings, onControl, onScope } = props;
  const { standing } = view;
  const nothingApplies = standing.all.applicable === 0;
  if (nothingApplies || file.rows.every((row) => !row.answered)) {
    return (
      <NothingStands
        why={nothingApplies ? "nothing-applies" : "nothing-answered"}
        onDesk={() => onControl(file.rows[0]?.control ?? "")}
        onScope={onScope}
      />
    );
  }
  return (
    <div className={styles.standing}>
      <Figures standing={standing} onOver={onOver} />
      <Gates
        framework={framework}
        standing={standing}
        onOver={onOver}
        onControl={onControl}
      />
      <div className={styles.charts}>
        <SectionChart standing={standing} onOver={onOver} />
        <SeverityMatrix framework={framework} findings={view.findings} onOpen={onFindings} />
      </div>
    </div>
  );
}
