import { useState, type SubmitEvent } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Field, SecretField } from "../../kit/Field";
import { Meter } from "../../kit/Meter";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { strength } from "./strength";
import styles from "./vault.module.css";

const w = words.vault;

/** Asks for all that a new vault needs, and says what cannot be undone. */
export function CreateVault({ onBack }: { onBack: () => void }) {
  const tell = useTell();
  const [folder, setFolder] = useState("");
  const [person, setPerson] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const grade = strength(passphrase);
  const differ = again !== "" && passphrase !== again;

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
    if (!folder.trim() || !person.trim() || passphrase === "" || passphrase !== again) return;
    setBusy(true);
    setFault(null);
    try {
      await tell("create_vault", { folder, passphrase, person, keyFile: null });
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };

  const weak = fault?.code === "weak-passphrase" ? `${fault.message} ${fault.hint}` : undefined;
  return (
    <form className={styles.form} onSubmit={(event) => void create(event)} noValidate>
      <h1>{w.createTitle}</h1>
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
      <SecretField
        label={w.passphrase}
        hint={w.passphraseHint}
        value={passphrase}
        onChange={setPassphrase}
        error={weak ?? (tried && passphrase === "" ? w.passphraseMissing : undefined)}
      />
      {passphrase !== "" && (
        <p className={styles.strength}>
          <Meter
            label={w.strength("")}
            value={grade}
            total={4}
            text={w.strengthWords[grade]}
            tone={grade < 2 ? "bar2" : "bar"}
            slim
          />
          <span aria-live="polite">{w.strength(w.strengthWords[grade])}</span>
        </p>
      )}
      <SecretField
        label={w.again}
        value={again}
        onChange={setAgain}
        error={differ || (tried && again !== passphrase) ? w.differ : undefined}
      />
      <Note tone="warn" title={w.noRecovery}>
        <p>{w.noRecoveryWords}</p>
      </Note>
      {fault && !weak && <FaultNote fault={fault} />}
      <div className={styles.actions}>
        {busy ? (
          <span role="status">{w.creating}</span>
        ) : (
          <Button weight="quiet" edge="start" icon="left" onPress={onBack}>
            {w.back}
          </Button>
        )}
        <Button type="submit" weight="primary" isBusy={busy}>
          {w.createTitle}
        </Button>
      </div>
    </form>
  );
}
