import type { SignedHeadView } from "../../bridge/generated/wire";
import { Digest } from "../../kit/Digest";
import { Facts } from "../../kit/Facts";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import styles from "./trail.module.css";

const w = words.trail;

/** A head of the trail that somebody signed: whose it is, and what it covers. */
export function SignedHead({ head }: { head: SignedHeadView }) {
  return (
    <div className={styles.signed}>
      <p>
        {w.signedBy(head.who, moment(head.at))},{" "}
        {w.occasion[head.occasion] ?? w.occasionElse(head.occasion)}. {w.signedOver(head.entries)}.
      </p>
      <Facts
        of={[
          [<Term key="h" name="head">{w.head}</Term>, <Digest key="head" hex={head.head} of={w.head} />],
          [<Term key="r" name="merkleRoot">{w.root}</Term>, <Digest key="root" hex={head.root} of={w.root} />],
          [w.fingerprint, <Digest key="key" hex={head.fingerprint} of={w.fingerprint} />],
        ]}
      />
    </div>
  );
}
