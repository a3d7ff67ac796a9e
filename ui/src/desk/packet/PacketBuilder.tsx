import type { Audience, PacketPlanView } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { useActions } from "../../kit/actions";
import { Panes } from "../../kit/Panes";
import { useRemembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { BuilderFoot } from "./BuilderFoot";
import { BuilderSide, useSideTab } from "./BuilderSide";
import { AUDIENCES, type Lead } from "./plan";
import { PreviewPane } from "./preview/PreviewPane";
import { useLaidOut } from "./useLaidOut";
import { usePlan } from "./usePlan";
import styles from "./packet.module.css";

const w = words.packet;

type Props = {
  assessment: string;
  /** The assessment's version, in words. */
  version: string;
  /** Leads to a control or to evidence. */
  onAway: (lead: Lead) => void;
};

/** The packet as it is put together: what it consists of at the left, its pages at the right. */
export function PacketBuilder(props: Props) {
  const { assessment } = props;
  const [audience, setAudience] = useRemembered<Audience>(`packet audience ${assessment}`, "client");
  const asked = useAsk("packet_plan", { assessment, audience }, { keep: true });
  useActions(
    AUDIENCES.map((one) => ({
      id: `packet.audience ${one}`,
      name: w.audienceActions[one],
      group: w.group,
      run: () => setAudience(one),
    })),
  );
  return (
    <Asked of={asked} lines={10}>
      {(view) => <Builder {...props} view={view} onAudience={setAudience} />}
    </Asked>
  );
}

type BuilderProps = Props & { view: PacketPlanView; onAudience: (audience: Audience) => void };

function Builder({ assessment, version, view, onAudience, onAway }: BuilderProps) {
  const draft = usePlan(assessment, view);
  const plan = draft.value;
  // Whatever was taken back or changed elsewhere is asked for anew, and so are the pages.
  const turn = useAsk("assessment", { assessment }, { fresh: Infinity }).dataUpdatedAt;
  const laying = useLaidOut(assessment, plan, turn);
  const [tab, setTab] = useSideTab(assessment);
  return (
    <Panes
      sizerLabel={w.sizer}
      mainId="packet-pages"
      sides={[
        {
          name: "packet",
          label: w.builder,
          start: 392,
          whole: true,
          content: (
            <div className={styles.side}>
              <BuilderSide
                assessment={assessment}
                view={view}
                plan={plan}
                laid={laying.laid}
                tab={tab}
                onTab={setTab}
                onAudience={onAudience}
                onChange={(next) => draft.write(next, "soon")}
                onAway={onAway}
              />
              <BuilderFoot
                assessment={assessment}
                version={version}
                plan={plan}
                laying={laying}
                state={draft.state}
                onRetry={draft.retry}
                onChecks={() => setTab("checks")}
              />
            </div>
          ),
        },
      ]}
    >
      <PreviewPane name={assessment} laying={laying} />
    </Panes>
  );
}
