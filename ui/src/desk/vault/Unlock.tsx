import { useState, type SubmitEvent } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { SecretField } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./vault.module.css";

const w = words.vault;
type Props = { name: string; folder: string; onOther: () => void };

/** Asks for the passphrase of one vault. */
export function Unlock({ name, folder, onOther }: Props) {
  const tell = useTell();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const unlock = async (event: SubmitEvent) => {
    event.preventDefault();
    if (passphrase === "" || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await tell("unlock", { folder, passphrase, keyFile: null, recoveryCode: null });
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };

  const wrong = fault?.code === "wrong-passphrase" ? `${fault.message} ${fault.hint}` : undefined;
  return (
    <form className={styles.form} onSubmit={(event) => void unlock(event)} noValidate>
      <h1>{w.unlockTitle(name)}</h1>
      <p className={styles.folder}>{folder}</p>
      <SecretField
        label={w.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        error={wrong}
        // The one thing to do here; a person comes to type.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      {fault && !wrong && (
        <FaultNote fault={fault} title={fault.code === "held" ? w.heldTitle : w.faultTitle} />
      )}
      <div className={styles.actions}>
        {busy ? (
          <span role="status">{w.unlocking}</span>
        ) : (
          <Button weight="quiet" edge="start" icon="left" onPress={onOther}>
            {w.other}
          </Button>
        )}
        <Button type="submit" weight="primary" isBusy={busy} isDisabled={passphrase === ""}>
          {w.unlock}
        </Button>
      </div>
    </form>
  );
}
