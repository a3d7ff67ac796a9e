import { useState } from "react";
import type { PacketPlan, PacketTemplate } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { NEW } from "../../bridge/record";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";

const w = words.packet;

type SaveProps = {
  plan: PacketPlan;
  templates: readonly PacketTemplate[];
  onSaved: (name: string) => void;
  onClose: () => void;
};

/** Asks for the name under which a plan is kept. */
export function SaveTemplate({ plan, templates, onSaved, onClose }: SaveProps) {
  const tell = useTell();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const called = name.trim();
  const same = templates.find((one) => one.name.toLowerCase() === called.toLowerCase());
  const save = async () => {
    setTried(true);
    if (called === "") return;
    setFault(null);
    try {
      const id = same?.id ?? NEW;
      await tell("save_template", { id, name: called, plan: { ...plan, exhibits: [] } });
      onSaved(called);
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <Dialog
      title={w.templateSaveTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" onPress={() => void save()}>
            {w.templateKeep}
          </Button>
        </>
      }
    >
      <p>{w.templateSaveWords}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={w.templateName}
          value={name}
          onChange={setName}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- It was opened to type into.
          autoFocus
          error={tried && called === "" ? w.templateNameMissing : undefined}
        />
      </form>
      {same && (
        <Note tone="info">
          <p>{w.templateReplaces}</p>
        </Note>
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}

/** Asks before a template is gone for everybody. */
export function RemoveTemplate({ template, onClose }: { template: PacketTemplate; onClose: () => void }) {
  const tell = useTell();
  const [fault, setFault] = useState<Fault | null>(null);
  const remove = async () => {
    setFault(null);
    try {
      await tell("remove_template", { template: template.id });
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <Dialog
      role="alertdialog"
      title={w.templateRemoveTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="danger" onPress={() => void remove()}>
            {w.templateRemove}
          </Button>
        </>
      }
    >
      <p>{w.templateRemoveWords(template.name)}</p>
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
