import { useState } from "react";
import type { ExportedFile, MembersView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { isWhole, noGroups } from "../passphrase/code";
import { RecoveryCodeField } from "../passphrase/RecoveryCodeField";
import { useDoing } from "./useDoing";
import styles from "./people.module.css";

const w = words.people;

type Props = { replaces: boolean; onClose: () => void; onDone: (view: MembersView) => void };

/** Makes a recovery code: explained, shown once, printed, and tried before it counts. */
export function RecoveryCode({ replaces, onClose, onDone }: Props) {
  const tell = useTell();
  const [step, setStep] = useState<"explain" | "show" | "try">("explain");
  const [made, setMade] = useState<readonly string[]>([]);
  const [printed, setPrinted] = useState<ExportedFile | null>(null);
  const [typed, setTyped] = useState(noGroups);
  const { busy, fault, attempt } = useDoing();

  const make = () =>
    attempt(async () => {
      setMade((await tell("make_recovery_code", {})).groups);
      setStep("show");
    });
  const print = () =>
    attempt(async () => setPrinted((await tell("print_recovery_code", {})).file));
  const confirm = () =>
    attempt(async () => onDone(await tell("confirm_recovery_code", { code: typed.join("-") })));

  const foot = {
    explain: (
      <>
        <Button onPress={onClose}>{words.kit.cancel}</Button>
        <Button weight="primary" isBusy={busy} onPress={() => void make()}>
          {busy ? w.codeMaking : w.codeMake}
        </Button>
      </>
    ),
    show: (
      <>
        <Button icon="download" isBusy={busy} onPress={() => void print()}>
          {w.codePrint}
        </Button>
        <Button weight="primary" onPress={() => setStep("try")}>
          {w.codeTry}
        </Button>
      </>
    ),
    try: (
      <>
        {busy && <span role="status">{w.codeTrying}</span>}
        <Button onPress={() => setStep("show")}>{w.codeBack}</Button>
        <Button
          weight="primary"
          isBusy={busy}
          isDisabled={!isWhole(typed)}
          onPress={() => void confirm()}
        >
          {w.codeConfirm}
        </Button>
      </>
    ),
  };
  return (
    <Dialog title={w.codeTitle} isOpen onClose={onClose} foot={foot[step]}>
      {step === "explain" && (
        <>
          <p>{w.codeWhat}</p>
          <p>{w.codeWhoever}</p>
          {replaces && <p>{w.codeReplaces}</p>}
        </>
      )}
      {step === "show" && (
        <>
          <p>{w.codeOnce}</p>
          <Shown groups={made} />
          <p className={styles.words}>{w.codeNotYet}</p>
          {printed && (
            <Note tone="warn" title={w.codePrinted(printed.name, printed.folder)} live>
              <p>{w.codePrintedWords}</p>
            </Note>
          )}
        </>
      )}
      {step === "try" && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isWhole(typed)) void confirm();
          }}
        >
          <RecoveryCodeField
            label={w.codeTryLabel}
            hint={w.codeTryWords}
            groups={typed}
            onChange={setTyped}
            // The paper is at hand.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
          {/* Lets Enter send it from any group. */}
          <button type="submit" hidden />
        </form>
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}

/** The groups of a code, to be read out and written down. */
function Shown({ groups }: { groups: readonly string[] }) {
  return (
    <ol className={styles.shown} aria-label={w.codeShown}>
      {groups.map((group, index) => (
        <li key={`${String(index)}-${group}`}>
          <span className="visually-hidden">{words.passphrase.group(index + 1)}: </span>
          <code>{group}</code>
        </li>
      ))}
    </ol>
  );
}
