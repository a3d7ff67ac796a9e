import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { StatusView } from "../bridge/generated/wire";
import { useTell } from "../bridge/queries";
import { FaultNote } from "../desk/FaultNote";
import { RestoreDialog } from "../desk/health/RestoreDialog";
import { VerifyDialog } from "../desk/issued/VerifyDialog";
import { CreateVault } from "../desk/vault/CreateVault";
import { ModuleFailed, OtherMode } from "../desk/vault/OtherMode";
import { Unlock } from "../desk/vault/Unlock";
import { WhyLocked } from "../desk/vault/WhyLocked";
import { Welcome } from "../desk/vault/Welcome";
import styles from "./WelcomeView.module.css";

type Step = "welcome" | "create" | "unlock";

/** How somebody came into a vault, where something is to be done then. */
export type Arrival = "made" | "recovered";

type Props = {
  status: StatusView;
  /** Whether no vault was open in this program yet. */
  isFresh: boolean;
  onArrive: (arrival: Arrival | null) => void;
};

/** The screen while no vault is open. */
export function WelcomeView({ status, isFresh, onArrive }: Props) {
  const tell = useTell();
  // The sample opens without a passphrase, so nobody is asked for it.
  const locked = status.state === "locked" ? status.vault : null;
  const waiting = locked?.sample ? null : locked;
  const [step, setStep] = useState<Step>(() => {
    // Somebody begins anew in approved mode for a vault of that mode, or to make one.
    if (isFresh && status.mode === "approved" && waiting?.mode !== "approved") return "create";
    return waiting ? "unlock" : "welcome";
  });
  const [fault, setFault] = useState<Fault | null>(null);
  const [restoring, setRestoring] = useState(false);
  const [verifying, setVerifying] = useState(false);

  const unlock = async (folder: string) => {
    setFault(null);
    try {
      const { vault } = await tell("ask_for_vault", { folder });
      if (vault?.sample) await tell("open_sample", {});
      else setStep("unlock");
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const toWelcome = () => setStep("welcome");
  if (status.mode === "failed") {
    return (
      <main className={styles.view}>
        <ModuleFailed vault={waiting} />
      </main>
    );
  }
  return (
    <main className={styles.view}>
      {status.locked && <WhyLocked locked={status.locked} />}
      {step === "create" && (
        <CreateVault mode={status.mode} onBack={toWelcome} onMade={() => onArrive("made")} />
      )}
      {step === "unlock" && waiting && waiting.mode === status.mode && (
        <Unlock
          key={waiting.folder}
          vault={waiting}
          onOther={toWelcome}
          onOpened={(by) => onArrive(by === "code" ? "recovered" : null)}
        />
      )}
      {step === "unlock" && waiting && waiting.mode !== status.mode && (
        <OtherMode key={waiting.folder} vault={waiting} onOther={toWelcome} />
      )}
      {step === "welcome" && (
        <>
          <Welcome
            recent={status.recent}
            mode={status.mode}
            onCreate={() => setStep("create")}
            onUnlock={(folder) => void unlock(folder)}
            onRestore={() => setRestoring(true)}
            onVerify={() => setVerifying(true)}
          />
          {fault && <FaultNote fault={fault} />}
          {verifying && <VerifyDialog onClose={() => setVerifying(false)} />}
          {restoring && (
            <RestoreDialog
              from={null}
              onClose={() => setRestoring(false)}
              onRestored={() => setStep("unlock")}
            />
          )}
        </>
      )}
    </main>
  );
}
