import { useState } from "react";
import type { Bearing, Evidence, Framework, Strength } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { ALL } from "../../bridge/record";
import { useTell } from "../../bridge/queries";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Radios } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { ControlPicker } from "../ControlPicker";
import { FaultNote } from "../FaultNote";

const w = words.shelf;

type Props = {
  framework: Framework;
  assessment: string;
  evidence: readonly Evidence[];
  onDone?: () => void;
  onClose: () => void;
};

/** Links evidence to several answers at once: one step to take back. */
export function LinkDialog({ framework, assessment, evidence, onDone, onClose }: Props) {
  const tell = useTell();
  const announce = useAnnounce();
  const [controls, setControls] = useState<ReadonlySet<string>>(new Set());
  const [strength, setStrength] = useState<Strength>("examined");
  const [bearing, setBearing] = useState<Bearing>("supports");
  const [fault, setFault] = useState<Fault | null>(null);
  const link = async () => {
    try {
      await tell("link_evidence", {
        assessment,
        evidence: evidence.map(({ id }) => id),
        answers: [...controls].map((control) => ({ control, subject: ALL })),
        strength,
        bearing,
      });
      announce(w.linked(evidence.length, controls.size));
      onDone?.();
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <Dialog
      title={evidence.length === 1 ? w.linkTitle(evidence[0]?.title ?? "") : w.linkMany(evidence.length)}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" isDisabled={controls.size === 0} onPress={() => void link()}>
            {w.linkDo}
          </Button>
        </>
      }
    >
      <ControlPicker framework={framework} chosen={controls} onChosen={setControls} />
      <Radios<Strength>
        label={words.evidence.strength}
        value={strength}
        options={options(words.code.strength)}
        hint={words.code.strengthHint[strength]}
        onChange={setStrength}
        flow="line"
      />
      <Radios<Bearing>
        label={words.evidence.bearing}
        value={bearing}
        options={options(words.code.bearing)}
        onChange={setBearing}
        flow="line"
      />
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
