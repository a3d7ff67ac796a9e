import type { TrailEntryView } from "../../bridge/generated/wire";
import { CopyButton } from "../../kit/CopyButton";
import { Digest } from "../../kit/Digest";
import { Facts } from "../../kit/Facts";
import { Fold } from "../../kit/Fold";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { SignedHead } from "./SignedHead";
import styles from "./trail.module.css";

const w = words.trail;

function Id({ id, of }: { id: string; of: string }) {
  return (
    <span className={styles.id}>
      <code>{id}</code>
      <CopyButton text={id} of={of} />
    </span>
  );
}

/** What shows that an entry is where and as it was written: hashes, ids, and who signed. */
export function EntryProof({ entry }: { entry: TrailEntryView }) {
  const { proof, signed, before, after } = entry;
  return (
    <>
      <h3>{w.proof}</h3>
      <p className={styles.quiet}>{w.proofWords}</p>
      <Facts
        of={[
          [w.hash, <Digest key="hash" hex={entry.hash} of={w.hash} />],
          [w.previous, <Digest key="previous" hex={entry.previous} of={w.previous} />],
        ]}
      />
      <div className={styles.folds}>
        {signed ? (
          <Fold title={w.signed} open level={4}>
            <SignedHead head={signed} />
          </Fold>
        ) : (
          <p className={styles.quiet}>{w.unsigned}</p>
        )}
        {signed && (
          <Fold title={w.way(proof.length)} level={4}>
            {proof.length === 0 && <p className={styles.quiet}>{w.noWay}</p>}
            <ol>
              {proof.map((hex, at) => (
                <li key={hex}>
                  <Digest hex={hex} of={w.step(at + 1)} />
                </li>
              ))}
            </ol>
          </Fold>
        )}
        <Fold title={w.digests} level={4}>
          <p className={styles.quiet}>
            <Term name="keyedDigest">{w.digests}</Term>. {w.digestWords}
          </p>
          <Facts
            of={[
              [w.before, before ? <Digest key="before" hex={before} of={w.before} /> : w.nothingBefore],
              [w.after, after ? <Digest key="after" hex={after} of={w.after} /> : w.nothingAfter],
            ]}
          />
        </Fold>
        <Fold title={w.ids} level={4}>
          <Facts
            of={[
              [w.facts.object, <Id key="object" id={entry.object} of={w.facts.object} />],
              [w.facts.slot, <Id key="slot" id={entry.slot} of={w.facts.slot} />],
              [w.facts.device, <Id key="device" id={entry.device} of={w.facts.device} />],
              [w.facts.copy, <Id key="copy" id={entry.copy} of={w.facts.copy} />],
            ]}
          />
        </Fold>
      </div>
    </>
  );
}
