import { useState } from "react";
import type { AttachedView } from "../../bridge/generated/wire";
import { ALL } from "../../bridge/record";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { Attach } from "../evidence/Attach";
import { EvidencePicker } from "../evidence/EvidencePicker";
import { FaultNote } from "../FaultNote";
import type { AskingProps } from "./ActDialogs";
import { controlsOf, inState } from "./acts";
import { Named } from "./Named";

const w = words.request;

/** Accepts what came: with evidence from the shelf, or attached now. One artefact may settle
 * the requests of several controls. */
export function AcceptDialog(props: AskingProps & { assessment: string }) {
  const { assessment, requests, save, fault, onClose } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(requests.flatMap((request) => request.evidence)),
  );
  const only = requests.length === 1 ? requests[0] : undefined;
  const controls = controlsOf(requests).length;
  const accept = () =>
    void save(
      inState(requests, "accepted").map((request) => ({ ...request, evidence: [...chosen] })),
      w.changed(requests.length, words.code.request.accepted),
    );
  const attached = ({ files }: AttachedView) =>
    setChosen((was) => new Set([...was, ...files.flatMap((file) => file.evidence?.id ?? [])]));
  return (
    <Dialog
      title={only ? w.acceptTitle(only.artefact) : w.acceptMany(requests.length)}
      isOpen
      onClose={onClose}
      wide="most"
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" onPress={accept}>
            {w.acceptDo}
          </Button>
        </>
      }
    >
      {!only && <Named requests={requests} />}
      <p>{controls === 1 ? w.acceptWords : w.acceptWordsMany(controls)}</p>
      <Attach
        assessment={assessment}
        control={only?.control ?? null}
        subject={only?.subject ?? ALL}
        onDone={attached}
      />
      <EvidencePicker assessment={assessment} chosen={chosen} onChosen={setChosen} />
      {chosen.size === 0 && (
        <Note tone="info">
          <p>{w.acceptWithout}</p>
        </Note>
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
