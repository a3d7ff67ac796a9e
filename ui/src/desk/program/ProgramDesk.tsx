import type { VaultView } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { Crypto } from "./Crypto";
import { IdleTime } from "./IdleTime";
import { Protections } from "./Protections";
import styles from "./program.module.css";

const w = words.program;

/** What does the cryptography here, what keeps the program to itself, and when it locks. */
export function ProgramDesk({ vault }: { vault: VaultView }) {
  const status = useAsk("status", {}, { fresh: Infinity });
  const crypto = useAsk("crypto", {});
  const protections = useAsk("protections", {});
  return (
    <div className={styles.desk}>
      <section className={styles.part}>
        <h2>{w.cryptoTitle}</h2>
        <Asked of={crypto} lines={4}>
          {(view) => <Crypto view={view} vault={vault} />}
        </Asked>
      </section>
      <section className={styles.part}>
        <h2>{w.protectionsTitle}</h2>
        <p className={styles.words}>{w.protectionsWords}</p>
        <Asked of={protections} lines={6}>
          {({ lines }) => <Protections lines={lines} />}
        </Asked>
      </section>
      <section className={styles.part}>
        <h2>{w.idleTitle}</h2>
        <IdleTime />
      </section>
      <section className={styles.part}>
        <h2>{w.versionTitle}</h2>
        <p>{w.version(status.data?.version ?? "")}</p>
      </section>
    </div>
  );
}
