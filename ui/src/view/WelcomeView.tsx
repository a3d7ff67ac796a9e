import { useState } from "react";
import type { StatusView } from "../bridge/generated/wire";
import { CreateVault } from "../desk/vault/CreateVault";
import { Unlock } from "../desk/vault/Unlock";
import { Welcome } from "../desk/vault/Welcome";
import styles from "./WelcomeView.module.css";

type Step = { at: "welcome" } | { at: "create" } | { at: "unlock"; folder: string };

function nameOf(folder: string): string {
  const last = folder.split(/[\\/]/u).filter(Boolean).at(-1) ?? folder;
  return last.replace(/\.auscult$/u, "");
}

/** The screen while no vault is open. */
export function WelcomeView({ status }: { status: StatusView }) {
  // The sample opens without a passphrase, so nobody is asked for it.
  const locked = status.state === "locked" ? status.vault : null;
  const waiting = locked?.sample ? null : locked;
  const [step, setStep] = useState<Step>(
    waiting ? { at: "unlock", folder: waiting.folder } : { at: "welcome" },
  );
  return (
    <main className={styles.view}>
      {step.at === "create" && <CreateVault onBack={() => setStep({ at: "welcome" })} />}
      {step.at === "unlock" && (
        <Unlock
          key={step.folder}
          name={nameOf(step.folder)}
          folder={step.folder}
          onOther={() => setStep({ at: "welcome" })}
        />
      )}
      {step.at === "welcome" && (
        <Welcome
          recent={status.recent}
          onCreate={() => setStep({ at: "create" })}
          onUnlock={(folder) => setStep({ at: "unlock", folder })}
        />
      )}
    </main>
  );
}
