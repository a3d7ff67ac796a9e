import type { ExhibitCandidate } from "../../bridge/generated/wire";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./packet.module.css";

const w = words.packet;

type Props = { of: Pick<ExhibitCandidate, "confidentiality" | "phi" | "isRedacted" | "hasRedacted"> };

/** What is to be known before evidence is shown to others. */
export function ExhibitSigns({ of }: Props) {
  const { confidentiality, phi, isRedacted, hasRedacted } = of;
  return (
    <span className={styles.signs}>
      {confidentiality === "restricted" && (
        <Status shade="warn" icon="people">
          {w.restricted}
        </Status>
      )}
      {confidentiality === "working-only" && (
        <Status shade="private" icon="lock">
          {w.workingOnly}
        </Status>
      )}
      {phi !== "no" && !isRedacted && (
        <Status shade="warn" icon="warning">
          {words.code.phi[phi]}
        </Status>
      )}
      {isRedacted && (
        <Status shade="quiet" icon="dash">
          {w.redactedCopy}
        </Status>
      )}
      {hasRedacted && (
        <Status shade="accent" icon="info">
          {w.hasRedacted}
        </Status>
      )}
    </span>
  );
}
