import type { Issue } from "../../bridge/generated/wire";
import { IconButton } from "../../kit/Button";
import { Digest } from "../../kit/Digest";
import { Facts } from "../../kit/Facts";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import { Fingerprint } from "./Fingerprint";
import { whatOf } from "./issues";
import styles from "./issued.module.css";

const w = words.issued;

type Props = { issue: Issue; title: string | null; onClose: () => void };

/** One entry of the register: what left, and by what it can be known again. */
export function IssueSheet({ issue, title, onClose }: Props) {
  const { at, by, to, version, draft, pages, sha256, signer, head, entries } = issue;
  return (
    <section className={styles.sheet} aria-label={w.open(whatOf(issue))}>
      <header className={styles.sheetHead}>
        <h3>{whatOf(issue)}</h3>
        <IconButton icon="cross" label={w.close} onPress={onClose} />
      </header>
      <Facts
        of={[
          [w.facts.assessment, title],
          [w.facts.version, w.version(version, draft)],
          [w.facts.pages, pages === null ? null : pages.toLocaleString("en-US")],
          [w.facts.to, to || w.toNobody],
          [w.facts.at, moment(at)],
          [w.facts.by, by],
        ]}
      />
      <div className={styles.proof}>
        <h4>{w.facts.digest}</h4>
        {sha256 ? (
          <Digest hex={sha256} of={w.facts.digest} />
        ) : (
          <p className={styles.quiet}>{w.noDigestWords}</p>
        )}
        <h4>{w.facts.signer}</h4>
        <Fingerprint of={w.facts.signer} fingerprint={signer} />
        <h4>{w.facts.trail}</h4>
        <p className={styles.quiet}>{w.trail(entries, head.slice(0, 16))}</p>
      </div>
    </section>
  );
}
