import { Button } from "react-aria-components";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { useStrayFiles } from "../desk/evidence/taker";
import { Icon, type IconName } from "../kit/Icon";
import { Status } from "../kit/Status";
import { words } from "../words/en";
import { Boundary } from "./Boundary";
import { DeskView } from "./DeskView";
import { OverviewView } from "./OverviewView";
import { PaperView } from "./PaperView";
import { usePlace, type Part, type Place } from "./place";
import { RequestsView } from "./RequestsView";
import { ScopeView } from "./ScopeView";
import { ShelfView } from "./ShelfView";
import styles from "./AssessmentView.module.css";

const w = words.frame;
const parts: { id: Part; label: string; icon: IconName }[] = [
  { id: "desk", label: w.desk, icon: "note" },
  { id: "overview", label: w.overview, icon: "scales" },
  { id: "evidence", label: w.evidence, icon: "clip" },
  { id: "requests", label: w.requests, icon: "inbox" },
  { id: "scope", label: w.scope, icon: "building" },
  { id: "paper", label: w.paper, icon: "download" },
];

/** An assessment: its parts, and the one that is open. */
export function AssessmentView({ place }: { place: Extract<Place, { at: "assessment" }> }) {
  const { go } = usePlace();
  const { assessment, part, control } = place;
  const asked = useAsk("assessment", { assessment });
  const digest = asked.data?.assessment.framework.digest ?? null;
  const edition = useAsk(
    "framework",
    { digest },
    { fresh: Infinity, enabled: digest !== null },
  );
  // What somebody came to see is seen once; later each part is as it was left.
  const toPart = (next: Part) => go({ at: "assessment", assessment, part: next, control });
  useStrayFiles(() => toPart("evidence"));
  const toControl = (id: string) => go({ at: "assessment", assessment, part: "desk", control: id });
  return (
    <div className={styles.view}>
      <nav aria-label={w.parts} className={styles.parts}>
        {parts.map(({ id, label, icon }) => (
          <Button
            key={id}
            className={styles.part ?? ""}
            {...(id === part ? { "aria-current": "page" } : {})}
            onPress={() => toPart(id)}
          >
            <Icon name={icon} />
            {label}
          </Button>
        ))}
        <span className={styles.stage}>
          {asked.data?.assessment.stage === "final" ? (
            <Status shade="good" icon="lock">
              {`${w.final}, ${w.version(asked.data.assessment.version)}`}
            </Status>
          ) : (
            <Status shade="quiet" icon="pencil">
              {w.draft}
            </Status>
          )}
        </span>
      </nav>
      <div className={part === "desk" || part === "paper" ? styles.fixed : styles.body}>
        <Boundary key={part} onLeave={() => go({ at: "library" })}>
          <Asked of={asked} lines={10}>
            {(file) => (
              <Asked of={edition} lines={10}>
                {({ framework }) => {
                  switch (part) {
                    case "desk":
                      return <DeskView key={assessment} file={file} framework={framework} control={control} />;
                    case "overview":
                      return (
                        <OverviewView
                          file={file}
                          framework={framework}
                          onControl={toControl}
                          onPart={toPart}
                        />
                      );
                    case "evidence":
                      return <ShelfView file={file} framework={framework} onControl={toControl} />;
                    case "requests":
                      return (
                        <RequestsView file={file} framework={framework} onControl={toControl} />
                      );
                    case "scope":
                      return (
                        <ScopeView file={file} framework={framework} onControl={toControl} />
                      );
                    case "paper":
                      return <PaperView key={place.shown} file={file} />;
                  }
                }}
              </Asked>
            )}
          </Asked>
        </Boundary>
      </div>
    </div>
  );
}
