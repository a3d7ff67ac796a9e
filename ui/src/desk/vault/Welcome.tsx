import { useState, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { asFault, type Fault } from "../../bridge/fault";
import type { CryptoMode, RecentVault } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Brand } from "../../kit/Brand";
import { Icon, type IconName } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./vault.module.css";

const w = words.vault;

type Props = {
  recent: readonly RecentVault[];
  /** The mode of this program. */
  mode: CryptoMode;
  onCreate: () => void;
  onUnlock: (folder: string) => void;
  onRestore: () => void;
  onVerify: () => void;
};

/** Where a vault lies, and what else is to be known before it is opened. */
function said({ folder, present, mode }: RecentVault): string {
  return [folder, !present && w.missing, mode === "approved" && w.inMode].filter(Boolean).join(" · ");
}

/** The first thing somebody sees: make a vault, open one, or look at the sample. */
export function Welcome({ recent, mode, onCreate, onUnlock, onRestore, onVerify }: Props) {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setFault(null);
    try {
      await work();
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };

  const open = () =>
    attempt(async () => {
      const { folder } = await tell("choose_vault", {});
      if (folder) onUnlock(folder);
    });

  const sample = () =>
    attempt(async () => {
      setBusy(true);
      await tell("open_sample", {});
    });

  return (
    <div className={styles.welcome}>
      <Brand />
      {mode === "approved" && (
        <p>
          <Status shade="accent" icon="shield" fill>
            {w.modeApproved}
          </Status>
        </p>
      )}
      <h1 className={styles.claim}>{w.welcome}</h1>
      <p className={styles.words}>{w.welcomeWords}</p>
      {recent.length > 0 && (
        <section className={styles.recent}>
          <h2>{w.recent}</h2>
          <ul>
            {recent.map((vault) => (
              <li key={vault.folder}>
                <AriaButton
                  className={styles.known ?? ""}
                  isDisabled={!vault.present}
                  onPress={() => onUnlock(vault.folder)}
                >
                  <strong>{vault.name}</strong>
                  <span>{said(vault)}</span>
                </AriaButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.ways}>
        <Way icon="plus" title={w.create} hint={w.createWords} onPress={onCreate} />
        <Way icon="lock" title={w.open} hint={w.openWords} onPress={() => void open()} />
        <Way
          icon="search"
          title={w.sample}
          hint={busy ? w.sampleOpening : w.sampleWords}
          onPress={() => void sample()}
          isBusy={busy}
        />
        <Way icon="turnLeft" title={w.restore} hint={w.restoreWords} onPress={onRestore} />
        <Way
          icon="shield"
          title={words.verify.open}
          hint={words.verify.wayHint}
          onPress={onVerify}
        />
      </div>
      {busy && (
        <p className="visually-hidden" role="status">
          {w.sampleOpening}
        </p>
      )}
      {fault && <FaultNote fault={fault} />}
    </div>
  );
}

type WayProps = {
  icon: IconName;
  title: string;
  hint: ReactNode;
  onPress: () => void;
  isBusy?: boolean;
};

function Way({ icon, title, hint, onPress, isBusy }: WayProps) {
  return (
    <AriaButton
      className={styles.way ?? ""}
      data-busy={isBusy ?? false}
      onPress={() => {
        if (!isBusy) onPress();
      }}
    >
      <Icon name={icon} />
      <span>
        <strong>{title}</strong>
        <span className={styles.hint}>{hint}</span>
      </span>
      <Icon name="right" />
    </AriaButton>
  );
}
