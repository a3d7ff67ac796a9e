import { useState } from "react";
import type { AssessmentView, Framework } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { ALL } from "../bridge/record";
import { Asked } from "../desk/Asked";
import { newRequest } from "../desk/request/blank";
import { MissingOffer } from "../desk/request/MissingOffer";
import { usePlanFiles } from "../desk/request/plan/usePlanFiles";
import { RequestDialog } from "../desk/request/RequestDialog";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { Note } from "../kit/Note";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import { RequestsDesk } from "./RequestsDesk";
import styles from "./RequestsView.module.css";

const w = words.request;
type Props = { file: AssessmentView; framework: Framework; onControl: (id: string) => void };

/** The evidence plan at work: what is still to be collected, from whom, by when. */
export function RequestsView({ file, framework, onControl }: Props) {
  const assessment = file.assessment.id;
  const asked = useAsk("requests", { assessment });
  const [adding, setAdding] = useState(false);
  const add = () => setAdding(true);
  const files = usePlanFiles(assessment);
  useActions([{ id: "request.add", name: w.add, group: w.title, changes: true, run: add }]);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        <Button changes weight="quiet" icon="plus" onPress={add}>
          {w.add}
        </Button>
        <Button changes weight="quiet" icon="inbox" onPress={files.read}>
          {words.plan.read}
        </Button>
        <Button changes weight="quiet" edge="end" icon="download" onPress={files.write}>
          {words.plan.write}
        </Button>
      </header>
      {files.said && (
        <Note tone="good">
          <p>{files.said}</p>
        </Note>
      )}
      <Asked of={asked} lines={8}>
        {(view) => (
          <>
            <MissingOffer
              assessment={assessment}
              missing={view.missing}
              count={view.requests.length}
            />
            {view.requests.length === 0 ? (
              <Empty icon="inbox" title={w.noneTitle}>
                <p>{w.noneWords}</p>
              </Empty>
            ) : (
              <RequestsDesk
                assessment={assessment}
                framework={framework}
                view={view}
                onControl={onControl}
              />
            )}
          </>
        )}
      </Asked>
      {files.dialog}
      {adding && (
        <RequestDialog
          framework={framework}
          request={newRequest(assessment, "", ALL)}
          people={asked.data?.people ?? file.people}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
