import { useState } from "react";
import type { AssessmentView, Framework } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { ALL } from "../bridge/record";
import { Asked } from "../desk/Asked";
import { newRequest } from "../desk/request/blank";
import { MissingOffer } from "../desk/request/MissingOffer";
import { RequestDialog } from "../desk/request/RequestDialog";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import { usePlace } from "./place";
import { RequestsDesk } from "./RequestsDesk";
import styles from "./RequestsView.module.css";

const w = words.request;
type Props = { file: AssessmentView; framework: Framework; onControl: (id: string) => void };

/** The evidence plan at work: what is still to be collected, from whom, by when. */
export function RequestsView({ file, framework, onControl }: Props) {
  const assessment = file.assessment.id;
  const asked = useAsk("requests", { assessment });
  const { place, go } = usePlace();
  const [adding, setAdding] = useState(false);
  const add = () => setAdding(true);
  const print = () => {
    if (place.at === "assessment") go({ ...place, part: "paper" });
  };
  useActions([
    { id: "request.add", name: w.add, group: w.title, changes: true, run: add },
    { id: "request.print", name: w.print, group: w.title, run: print },
  ]);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1>{w.title}</h1>
        <Button changes weight="quiet" icon="plus" onPress={add}>
          {w.add}
        </Button>
        <Button weight="quiet" edge="end" icon="download" onPress={print}>
          {w.print}
        </Button>
      </header>
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
