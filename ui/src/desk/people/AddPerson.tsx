import { useState, type SubmitEvent } from "react";
import type { MemberRole, MembersView } from "../../bridge/generated/wire";
import { useAsk, useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { KeyFileField } from "../passphrase/KeyFileField";
import { BLANK, isSettled, NewPassphrase } from "../passphrase/NewPassphrase";
import { RoleField } from "./RoleField";
import { useDoing } from "./useDoing";
import styles from "./people.module.css";

const w = words.people;

type Props = { onClose: () => void; onDone: (view: MembersView) => void };

/** Gives somebody a way in: they type their passphrase themselves. */
export function AddPerson({ onClose, onDone }: Props) {
  const tell = useTell();
  const mode = useAsk("status", {}, { fresh: Infinity }).data?.mode ?? "standard";
  const [name, setName] = useState("");
  const [role, setRole] = useState<MemberRole>("assessor");
  const [secret, setSecret] = useState(BLANK);
  const [keyFile, setKeyFile] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { busy, fault, attempt } = useDoing();

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !isSettled(secret)) return;
    const { passphrase } = secret;
    void attempt(async () =>
      onDone(await tell("add_member", { name: name.trim(), role, passphrase, keyFile })),
    );
  };

  const weak = fault?.code === "weak-passphrase" ? `${fault.message} ${fault.hint}` : undefined;
  return (
    <Dialog
      title={w.addTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          {busy && <span role="status">{w.adding}</span>}
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" type="submit" form="add-person" isBusy={busy}>
            {w.addDo}
          </Button>
        </>
      }
    >
      <form id="add-person" className={styles.form} onSubmit={add} noValidate>
        <Field
          label={w.name}
          hint={w.nameHint}
          value={name}
          onChange={setName}
          error={tried && !name.trim() ? w.nameMissing : undefined}
          // The dialog was opened to write this.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <RoleField value={role} onChange={setRole} />
        <p className={styles.words}>{w.addWords}</p>
        <NewPassphrase
          label={w.theirPassphrase}
          againLabel={w.theirPassphraseAgain}
          mode={mode}
          value={secret}
          onChange={setSecret}
          tried={tried}
          error={weak}
        />
        <KeyFileField
          label={w.keyFile}
          hint={w.keyFileHint}
          value={keyFile}
          onChange={setKeyFile}
          canMake
        />
        {fault && !weak && <FaultNote fault={fault} />}
      </form>
    </Dialog>
  );
}
