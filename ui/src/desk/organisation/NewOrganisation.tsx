import { useState, type SubmitEvent } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { NEW } from "../../bridge/record";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { sameName } from "./sameName";
import styles from "./organisation.module.css";

const w = words.library;
type Props = {
  isOpen: boolean;
  onClose: () => void;
  /** The organisations there are, so that a second one of a name is seen. */
  known: readonly { name: string }[];
  onMade: (id: string) => void;
};

/** Asks for the name of an organisation; the rest is written on its own screen. */
export function NewOrganisation({ isOpen, onClose, known, onMade }: Props) {
  const tell = useTell();
  const [name, setName] = useState("");
  const [kind, setKind] = useState("");
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const same = known.find((one) => sameName(one.name, name));

  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim()) return;
    try {
      const blank = { address: "", contact: "", remarks: "" };
      const made = await tell("save_organisation", { id: NEW, name, kind, ...blank });
      setName("");
      setKind("");
      setTried(false);
      setFault(null);
      onMade(made.organisation.id);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  return (
    <Dialog
      title={w.newOrganisation}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" type="submit" form="new-organisation">
            {w.make}
          </Button>
        </>
      }
    >
      <form
        id="new-organisation"
        className={styles.make}
        onSubmit={(event) => void make(event)}
        noValidate
      >
        <Field
          label={w.organisationName}
          value={name}
          onChange={setName}
          error={tried && !name.trim() ? w.nameMissing : undefined}
          // The dialog was opened to write this.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        {same && (
          <Note tone="warn" live>
            <p>{w.sameName(same.name)}</p>
          </Note>
        )}
        <Field label={w.kind} hint={w.kindHint} value={kind} onChange={setKind} />
        {fault && <FaultNote fault={fault} />}
      </form>
    </Dialog>
  );
}
