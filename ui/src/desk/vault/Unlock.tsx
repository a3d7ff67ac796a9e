import { useState, type SubmitEvent } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { VaultView } from "../../bridge/generated/wire";
import { useAsk, useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { SecretField } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { isWhole, noGroups } from "../passphrase/code";
import { KeyFileField } from "../passphrase/KeyFileField";
import { RecoveryCodeField } from "../passphrase/RecoveryCodeField";
import { useWait } from "./useWait";
import { VaultFacts } from "./VaultFacts";
import styles from "./vault.module.css";

const w = words.vault;

/** What opens a vault. */
export type Way = "passphrase" | "code";

type Props = {
  vault: VaultView;
  onOther: () => void;
  /** Hears that it is open, and by what. */
  onOpened: (by: Way) => void;
};

/** Asks for what opens one vault: a passphrase, with a key file or not, or a recovery code. */
export function Unlock({ vault, onOther, onOpened }: Props) {
  const tell = useTell();
  const status = useAsk("status", {}, { fresh: Infinity });
  const [way, setWay] = useState<Way>("passphrase");
  const [passphrase, setPassphrase] = useState("");
  const [keyFile, setKeyFile] = useState<string | null>(null);
  const [groups, setGroups] = useState(noGroups);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const wait = useWait(status.dataUpdatedAt + vault.waitSeconds * 1000);
  const byCode = way === "code";
  const isReady = byCode ? isWhole(groups) : passphrase !== "";

  const unlock = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady || busy || wait > 0) return;
    setBusy(true);
    setFault(null);
    try {
      await tell("unlock", {
        folder: vault.folder,
        passphrase: byCode ? "" : passphrase,
        keyFile: byCode ? null : keyFile,
        recoveryCode: byCode ? groups.join("-") : null,
      });
      onOpened(way);
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
      // It tells how long until the next try is taken.
      void status.refetch();
    }
  };

  const change = () => {
    setWay(byCode ? "passphrase" : "code");
    setFault(null);
  };
  const wrong = fault?.code === "wrong-passphrase" ? `${fault.message} ${fault.hint}` : undefined;
  return (
    <form className={styles.form} onSubmit={(event) => void unlock(event)} noValidate>
      <h1>{w.unlockTitle(vault.name)}</h1>
      <p className={styles.folder}>{vault.folder}</p>
      <VaultFacts vault={vault} />
      {byCode ? (
        <RecoveryCodeField
          label={w.code}
          groups={groups}
          onChange={setGroups}
          error={wrong}
          // It was asked for a moment ago.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      ) : (
        <SecretField
          label={w.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          error={wrong}
          // The one thing to do here; a person comes to type.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      )}
      {!byCode && vault.takesKeyFile && (
        <KeyFileField label={w.keyFile} hint={w.keyFileHint} value={keyFile} onChange={setKeyFile} />
      )}
      {wait > 0 && (
        <Note tone="info">
          <p>
            <strong role="timer">{w.wait(wait)}</strong> {w.waitWords}
          </p>
        </Note>
      )}
      {fault && !wrong && !(fault.code === "wait" && wait > 0) && (
        <FaultNote fault={fault} title={fault.code === "held" ? w.heldTitle : w.faultTitle} />
      )}
      <div className={styles.actions}>
        {busy ? (
          <span role="status">{byCode ? w.opening : w.unlocking}</span>
        ) : (
          <span className={styles.others}>
            <Button weight="quiet" edge="start" icon="left" onPress={onOther}>
              {w.other}
            </Button>
            {vault.takesRecoveryCode && (
              <Button weight="quiet" onPress={change}>
                {byCode ? w.byPassphrase : w.byCode}
              </Button>
            )}
          </span>
        )}
        <Button type="submit" weight="primary" isBusy={busy} isDisabled={!isReady || wait > 0}>
          {w.unlock}
        </Button>
      </div>
    </form>
  );
}
