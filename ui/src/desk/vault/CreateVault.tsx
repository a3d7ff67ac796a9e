import { useState, type SubmitEvent } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { CryptoMode } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { KeyFileField } from "../passphrase/KeyFileField";
import { BLANK, isSettled, NewPassphrase } from "../passphrase/NewPassphrase";
import { ModeChoice } from "./ModeChoice";
import { BeginAnew } from "./OtherMode";
import styles from "./vault.module.css";

const w = words.vault;

type Props = {
  /** The mode of this program. */
  mode: CryptoMode;
  onBack: () => void;
  /** Hears that the vault is made. */
  onMade: () => void;
};

/** Asks for all that a new vault needs, and says what cannot be undone. */
export function CreateVault({ mode, onBack, onMade }: Props) {
  const tell = useTell();
  const [wanted, setWanted] = useState(mode);
  const [folder, setFolder] = useState("");
  const [person, setPerson] = useState("");
  const [secret, setSecret] = useState(BLANK);
  const [keyFile, setKeyFile] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const choose = async () => {
    try {
      const chosen = await tell("choose_new_vault", {});
      if (chosen.folder) setFolder(chosen.folder);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!folder.trim() || !person.trim() || !isSettled(secret)) return;
    setBusy(true);
    setFault(null);
    try {
      const { passphrase } = secret;
      await tell("create_vault", { folder, passphrase, person, keyFile });
      onMade();
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };

  const weak = fault?.code === "weak-passphrase" ? `${fault.message} ${fault.hint}` : undefined;
  return (
    <form className={styles.form} onSubmit={(event) => void create(event)} noValidate>
      <h1>{w.createTitle}</h1>
      <ModeChoice mode={mode} value={wanted} onChange={setWanted} />
      {wanted === mode ? (
        <>
          <div className={styles.pick}>
            <Field
              label={w.folder}
              hint={w.folderHint}
              value={folder}
              onChange={setFolder}
              error={tried && !folder.trim() ? w.folderMissing : undefined}
              // The form was opened to be filled in.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
            />
            <Button onPress={() => void choose()}>{w.choose}</Button>
          </div>
          <Field
            label={w.person}
            hint={w.personHint}
            value={person}
            onChange={setPerson}
            error={tried && !person.trim() ? w.personMissing : undefined}
          />
          <NewPassphrase
            label={w.passphrase}
            againLabel={w.again}
            mode={mode}
            value={secret}
            onChange={setSecret}
            tried={tried}
            error={weak}
          />
          <KeyFileField
            label={w.keyFile}
            hint={w.newKeyFileHint}
            value={keyFile}
            onChange={setKeyFile}
            canMake
          />
          <Note tone="warn" title={w.noRecovery}>
            <p>{w.noRecoveryWords}</p>
          </Note>
          {fault && !weak && <FaultNote fault={fault} />}
        </>
      ) : (
        <p>{w.createAnew}</p>
      )}
      <div className={styles.actions}>
        {busy ? (
          <span role="status">{w.creating}</span>
        ) : (
          <Button weight="quiet" edge="start" icon="left" onPress={onBack}>
            {w.back}
          </Button>
        )}
        {wanted === mode ? (
          <Button type="submit" weight="primary" isBusy={busy}>
            {w.createTitle}
          </Button>
        ) : (
          <BeginAnew mode={wanted} folder={null} />
        )}
      </div>
    </form>
  );
}
