import { useState } from "react";
import type { Framework, OverviewView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { OwedList, type OwedWays } from "./OwedList";

const w = words.overview;

type Props = {
  framework: Framework;
  view: OverviewView;
  nameOf: (subject: string) => string;
  ways: OwedWays;
  isOpen: boolean;
  onClose: () => void;
  onFinal: () => void;
};

/** Makes the assessment final, saying what that means and what is still open. */
export function FinaliseDialog(props: Props) {
  const { framework, view, nameOf, ways, isOpen, onClose, onFinal } = props;
  const tell = useTell();
  const savers = useSavers();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const number = view.assessment.version;
  const finalise = async () => {
    setFault(null);
    setBusy(true);
    try {
      const unsaved = await savers.flush();
      if (unsaved[0]) {
        setFault(unsaved[0]);
        return;
      }
      await tell("finalise", { assessment: view.assessment.id });
      onFinal();
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={w.finaliseTitle(number)}
      isOpen={isOpen}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" isBusy={busy} onPress={() => void finalise()}>
            {w.finaliseDo(number)}
          </Button>
        </>
      }
    >
      <p>{w.finaliseWords}</p>
      <p>
        <strong>
          {view.owed.length > 0 ? w.finaliseOwed(view.owed.length) : w.finaliseReady}
        </strong>
      </p>
      {view.owed.length > 0 && (
        <OwedList
          framework={framework}
          owed={view.owed}
          nameOf={nameOf}
          ways={ways}
          open={false}
        />
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
