import { useState, type SubmitEvent } from "react";
import type { Member, MembersView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { RoleField } from "./RoleField";
import { useDoing } from "./useDoing";
import styles from "./people.module.css";

const w = words.people;

type Props = { member: Member; onClose: () => void; onDone: (view: MembersView) => void };

/** Changes somebody's name and what the program lets them do. */
export function EditPerson({ member, onClose, onDone }: Props) {
  const tell = useTell();
  const [name, setName] = useState(member.name);
  const [role, setRole] = useState(member.role);
  const { busy, fault, attempt } = useDoing();

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    void attempt(async () =>
      onDone(await tell("save_member", { member: member.id, name: name.trim(), role })),
    );
  };

  return (
    <Dialog
      title={w.editTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" type="submit" form="edit-person" isBusy={busy}>
            {w.editDo}
          </Button>
        </>
      }
    >
      <form id="edit-person" className={styles.form} onSubmit={save} noValidate>
        <Field
          label={w.name}
          hint={w.nameHint}
          value={name}
          onChange={setName}
          error={name.trim() ? undefined : w.nameMissing}
          // The dialog was opened to write this.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <RoleField value={role} onChange={setRole} />
        {fault && <FaultNote fault={fault} />}
      </form>
    </Dialog>
  );
}
