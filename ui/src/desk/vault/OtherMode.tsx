import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { CryptoMode, VaultView } from "../../bridge/generated/wire";
import { useAsk, useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { VaultFacts } from "./VaultFacts";
import styles from "./vault.module.css";

const w = words.vault;

type Props = { vault: VaultView; onOther: () => void };

/** Stands where a vault asks for the other mode than this program is in: one program has one
 * mode, so it begins anew. */
export function OtherMode({ vault, onOther }: Props) {
  return (
    <div className={styles.form}>
      <h1>{w.unlockTitle(vault.name)}</h1>
      <p className={styles.folder}>{vault.folder}</p>
      <VaultFacts vault={vault} />
      <Note tone="info" title={vault.mode === "approved" ? w.wantsApproved : w.wantsStandard}>
        <p>{w.wantsWords}</p>
      </Note>
      <div className={styles.actions}>
        <Button weight="quiet" edge="start" icon="left" onPress={onOther}>
          {w.other}
        </Button>
        <BeginAnew mode={vault.mode} folder={vault.folder} isFirst />
      </div>
    </div>
  );
}

/** Stands where approved mode was asked for and its module cannot be used: nothing opens, and
 * nothing falls back by itself. */
export function ModuleFailed({ vault }: { vault: VaultView | null }) {
  const facts = useAsk("crypto", {}).data?.facts ?? [];
  return (
    <div className={styles.form}>
      <h1>{w.failedTitle}</h1>
      <Note tone="bad" title={w.failedNote}>
        {facts.map(({ name, value, sentence }) => (
          <p key={name}>
            <strong>
              {name}: {value}
            </strong>{" "}
            {sentence}
          </p>
        ))}
        <p>{w.failedWords}</p>
        {facts.length === 0 && <p>{w.failedDo}</p>}
      </Note>
      <div className={styles.actions}>
        <BeginAnew mode="approved" folder={vault?.folder ?? null} name={w.tryModule} />
        <BeginAnew mode="standard" folder={null} isFirst />
      </div>
    </div>
  );
}

type BeginProps = {
  mode: CryptoMode;
  folder: string | null;
  name?: string;
  /** Whether it is what there is to do. */
  isFirst?: boolean;
};

/** Begins the program anew in a mode, with a vault asked for. */
export function BeginAnew({ mode, folder, name, isFirst }: BeginProps) {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const begin = async () => {
    setBusy(true);
    setFault(null);
    try {
      await tell("begin_anew", { mode, folder });
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        weight={isFirst ? "primary" : "plain"}
        isBusy={busy}
        onPress={() => void begin()}
        // The one thing to do here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isFirst ?? false}
      >
        {name ?? (mode === "approved" ? w.beginApproved : w.beginStandard)}
      </Button>
      {busy && (
        <span className="visually-hidden" role="status">
          {w.beginning}
        </span>
      )}
      {fault && <FaultNote fault={fault} />}
    </>
  );
}
