import { useState } from "react";
import type { Control, ControlView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { JoinDialog } from "./JoinDialog";

const w = words.desk;

type Props = { control: Control; view: ControlView; keep: string };

/** Splits one answer into one for each subject, or joins them again after a preview. */
export function SplitButton({ control, view, keep }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [joining, setJoining] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const split = async () => {
    setFault(null);
    try {
      await savers.flush();
      await tell("split_answer", { assessment: view.assessment, control: control.id });
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const run = () => {
    if (view.split) setJoining(true);
    else void split();
  };
  const can = view.split || view.canSplit;
  const name = view.split ? w.join : w.splitBy[control.askedPer];
  useActions(can ? [{ id: "split", name, keys: "S", group: w.group, changes: true, run }] : []);

  if (!can) return null;
  return (
    <>
      <Button
        changes
        weight="quiet"
        icon={view.split ? "merge" : "branch"}
        keys="S"
        aria-keyshortcuts="s"
        onPress={run}
      >
        {name}
      </Button>
      {fault && <FaultNote fault={fault} />}
      {joining && <JoinDialog view={view} start={keep} onClose={() => setJoining(false)} />}
    </>
  );
}
