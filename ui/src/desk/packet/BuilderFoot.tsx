import { useState } from "react";
import type { PacketPlan } from "../../bridge/generated/wire";
import type { SaveState } from "../../bridge/saver";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { useReadOnly } from "../../kit/readOnly";
import { useKeys } from "../../kit/useKeys";
import { words } from "../../words/en";
import { SaveMark } from "../SaveMark";
import { LeaveDialog, type Way } from "./LeaveDialog";
import { weighing } from "./plan";
import { RecordDialog } from "./RecordDialog";
import type { Laying } from "./useLaidOut";
import styles from "./packet.module.css";

const w = words.packet;

type Props = {
  assessment: string;
  version: string;
  plan: PacketPlan;
  laying: Laying;
  state: SaveState;
  onRetry: () => void;
  onChecks: () => void;
};

/** What stands in the way of leaving, and the ways to leave. */
export function BuilderFoot({ assessment, version, plan, laying, state, onRetry, onChecks }: Props) {
  const isReadOnly = useReadOnly();
  const [leaving, setLeaving] = useState<Way | "record" | null>(null);
  const close = () => setLeaving(null);
  const ways = {
    export: () => setLeaving("export"),
    record: () => setLeaving("record"),
    print: () => setLeaving("print"),
  };
  const action = { group: w.group, changes: true };
  useActions([
    { ...action, id: "packet.export", name: w.exportAction, keys: "E", run: ways.export },
    { ...action, id: "packet.record", name: w.recordAction, keys: "R", run: ways.record },
    { ...action, id: "packet.print", name: w.printAction, keys: "P", run: ways.print },
  ]);
  useKeys({ "ctrl+p": () => !isReadOnly && ways.print() });
  const { laid, isBehind } = laying;
  const current = isBehind ? null : laid;
  const checks = laid?.view.checks ?? [];
  const stops = weighing(checks, "stop").length;
  const warns = weighing(checks, "warn").length;
  return (
    <footer className={styles.foot}>
      <div className={styles.footLine}>
        {laid && (
          <Button
            small
            weight="quiet"
            edge="start"
            icon={stops > 0 ? "stop" : warns > 0 ? "warning" : "check"}
            onPress={onChecks}
          >
            {stops > 0 ? w.checksStops(stops) : warns > 0 ? w.checksWarns(warns) : w.checksSound}
          </Button>
        )}
        <span className={styles.saved}>
          <SaveMark state={state} held={null} onRetry={onRetry} />
        </span>
      </div>
      {!isReadOnly && (
        <div className={styles.acts}>
          <Button weight="primary" icon="download" keys="E" aria-keyshortcuts="e" onPress={ways.export}>
            {w.export}
          </Button>
          <Button icon="shield" keys="R" aria-keyshortcuts="r" onPress={ways.record}>
            {w.record}
          </Button>
          <Button keys="P" aria-keyshortcuts="p" onPress={ways.print}>
            {w.print}
          </Button>
        </div>
      )}
      {leaving === "record" && (
        <RecordDialog assessment={assessment} plan={plan} laid={current} onClose={close} />
      )}
      {(leaving === "export" || leaving === "print") && (
        <LeaveDialog
          way={leaving}
          assessment={assessment}
          version={version}
          plan={plan}
          laid={current}
          onClose={close}
        />
      )}
    </footer>
  );
}
