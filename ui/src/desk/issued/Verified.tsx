import type { VerifiedView } from "../../bridge/generated/wire";
import { Facts } from "../../kit/Facts";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { Differences } from "./Differences";
import { Fingerprint } from "./Fingerprint";
import styles from "./issued.module.css";

const w = words.verify;
const tones = { sound: "good", differs: "bad", "not-a-record": "warn" } as const;

/** What a packet of record turned out to be. It says no more than was proved. */
export function Verified({ view }: { view: VerifiedView }) {
  const { file, verdict, sentence, facts, differences } = view;
  return (
    <div className={styles.stack}>
      <p className={styles.file}>
        {w.file}: <strong>{file}</strong>
      </p>
      <Note tone={tones[verdict]} title={w.verdicts[verdict]} live>
        <p>{sentence}</p>
        {verdict === "not-a-record" && <p>{w.notARecordWords}</p>}
      </Note>
      {differences.length > 0 && <Differences of={differences} />}
      {view.signer !== "" && <Signer view={view} />}
      {facts.length > 0 && (
        <section className={styles.part} aria-labelledby="record-facts">
          <h3 id="record-facts">{w.facts}</h3>
          <p className={styles.quiet}>{verdict === "sound" ? w.factsSound : w.factsDiffer}</p>
          <Facts of={facts} />
        </section>
      )}
    </div>
  );
}

/** Whose key signed it, as far as that can be told, and what is to be done to know. */
function Signer({ view: { verdict, signer, signerKnown } }: { view: VerifiedView }) {
  const isSound = verdict === "sound";
  const whose =
    signerKnown !== null ? w.signerKnown(signerKnown) : isSound ? w.signerUnknown : w.signerDiffers;
  return (
    <section className={styles.part} aria-labelledby="record-signer">
      <h3 id="record-signer">{w.signer}</h3>
      <p>{whose}</p>
      <Fingerprint of={w.fingerprint} fingerprint={signer} />
      {isSound && (
        <Note tone="info" title={w.proves}>
          <p>{w.provesWords}</p>
        </Note>
      )}
    </section>
  );
}
