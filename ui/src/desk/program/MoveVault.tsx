import { useState, type SubmitEvent } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { VaultView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { SecretField } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { KeyFileField } from "../passphrase/KeyFileField";
import styles from "./program.module.css";

const w = words.program;

type Props = { to: "standard" | "approved"; vault: VaultView; onClose: () => void };

/** Moves the open vault to the other mode: an act of its own, with its consequences said. */
export function MoveVault({ to, vault, onClose }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [passphrase, setPassphrase] = useState("");
  const [keyFile, setKeyFile] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const move = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (passphrase === "" || busy) return;
    setBusy(true);
    setFault(null);
    try {
      const left = await savers.flush();
      if (left[0]) throw left[0];
      await tell("move_vault", { mode: to, passphrase, keyFile });
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };

  const wrong = fault?.code === "wrong-passphrase" ? `${fault.message} ${fault.hint}` : undefined;
  return (
    <Dialog
      title={w.moveTitle[to]}
      role="alertdialog"
      isOpen
      onClose={() => {
        if (!busy) onClose();
      }}
      foot={
        <>
          {busy && <span role="status">{w.moving}</span>}
          <Button onPress={onClose} isDisabled={busy}>
            {words.kit.cancel}
          </Button>
          <Button weight="primary" type="submit" form="move-vault" isBusy={busy}>
            {w.moveDo}
          </Button>
        </>
      }
    >
      <p>{w.moveWords[to]}</p>
      <p>{w.moveOthers}</p>
      <p>{w.moveBackups}</p>
      <p>{w.moveRecorded}</p>
      <form
        id="move-vault"
        className={styles.form}
        onSubmit={(event) => void move(event)}
        noValidate
      >
        <SecretField
          label={w.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          error={wrong ?? (tried && passphrase === "" ? w.passphraseMissing : undefined)}
        />
        {vault.takesKeyFile && (
          <KeyFileField label={w.keyFile} hint={w.keyFileHint} value={keyFile} onChange={setKeyFile} />
        )}
      </form>
      {fault && !wrong && <FaultNote fault={fault} />}
    </Dialog>
  );
}
