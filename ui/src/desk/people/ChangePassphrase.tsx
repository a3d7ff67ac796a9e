import { useState, type SubmitEvent } from "react";
import type { MembersView, MemberView } from "../../bridge/generated/wire";
import { useAsk, useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { SecretField } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { KeyFileField } from "../passphrase/KeyFileField";
import { BLANK, isSettled, NewPassphrase } from "../passphrase/NewPassphrase";
import { useDoing } from "./useDoing";
import styles from "./people.module.css";

const w = words.people;

type Props = {
  one: MemberView;
  byRecoveryCode: boolean;
  onClose: () => void;
  onDone: (view: MembersView) => void;
};

/** Changes the own passphrase, and whether a key file is needed beside it. */
export function ChangePassphrase({ one, byRecoveryCode, onClose, onDone }: Props) {
  const tell = useTell();
  const mode = useAsk("status", {}, { fresh: Infinity }).data?.mode ?? "standard";
  const [current, setCurrent] = useState("");
  const [currentFile, setCurrentFile] = useState<string | null>(null);
  const [secret, setSecret] = useState(BLANK);
  // Until somebody says otherwise, the key file stays as it is.
  const [file, setFile] = useState<string | null | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const { busy, fault, attempt } = useDoing();
  const next = file === undefined ? currentFile : file;
  const isKnown = byRecoveryCode || current !== "";

  const change = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isKnown || !isSettled(secret)) return;
    void attempt(async () =>
      onDone(
        await tell("change_passphrase", {
          current,
          currentKeyFile: currentFile,
          passphrase: secret.passphrase,
          keyFile: next,
        }),
      ),
    );
  };

  const said = fault ? `${fault.message} ${fault.hint}` : undefined;
  const wrong = fault?.code === "wrong-passphrase" ? said : undefined;
  const weak = fault?.code === "weak-passphrase" ? said : undefined;
  return (
    <Dialog
      title={w.changeTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          {busy && <span role="status">{w.changing}</span>}
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" type="submit" form="change-passphrase" isBusy={busy}>
            {w.changeDo}
          </Button>
        </>
      }
    >
      <form id="change-passphrase" className={styles.form} onSubmit={change} noValidate>
        {byRecoveryCode ? (
          <Note tone="info">
            <p>{w.changeRecovered}</p>
          </Note>
        ) : (
          <>
            <SecretField
              label={w.current}
              value={current}
              onChange={setCurrent}
              error={wrong ?? (tried && current === "" ? w.currentMissing : undefined)}
              // The dialog was opened to write this.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
            />
            {one.needsKeyFile && (
              <KeyFileField
                label={w.currentKeyFile}
                hint={w.currentKeyFileHint}
                value={currentFile}
                onChange={setCurrentFile}
              />
            )}
          </>
        )}
        <NewPassphrase
          label={w.fresh}
          againLabel={w.freshAgain}
          mode={mode}
          value={secret}
          onChange={setSecret}
          tried={tried}
          error={weak}
        />
        <KeyFileField
          label={w.freshKeyFile}
          hint={w.freshKeyFileHint}
          value={next}
          onChange={setFile}
          canMake
        />
        <p className={styles.words}>{w.changeBefore}</p>
        {fault && !wrong && !weak && <FaultNote fault={fault} />}
      </form>
    </Dialog>
  );
}
