import { useState } from "react";
import type { CryptoView, VaultView } from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { MoveVault } from "./MoveVault";
import styles from "./program.module.css";

const w = words.program;

/** The mode of this program, its claim in its exact words, the facts, and the algorithms. */
export function Crypto({ view, vault }: { view: CryptoView; vault: VaultView }) {
  const may = useMay();
  const [moving, setMoving] = useState(false);
  const isApproved = view.mode === "approved";
  const other = isApproved ? "standard" : "approved";
  return (
    <>
      <p>
        <Status
          shade={view.mode === "failed" ? "bad" : isApproved ? "accent" : "quiet"}
          icon={view.mode === "failed" ? "stop" : isApproved ? "shield" : "lock"}
          fill
        >
          {w.modes[view.mode]}
        </Status>
      </p>
      <p className={styles.claim}>{view.claim}</p>
      {view.facts.length > 0 && (
        <dl className={styles.facts} aria-label={w.factsTitle}>
          {view.facts.map(({ name, value, sentence }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <strong>{value}</strong>
                <span className={styles.words}>{sentence}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Fold title={w.algorithms} count={view.algorithms.length}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{w.columns.name}</th>
              <th scope="col">{w.columns.purpose}</th>
              <th scope="col">{w.columns.provider}</th>
            </tr>
          </thead>
          <tbody>
            {view.algorithms.map(({ name, purpose, provider }) => (
              <tr key={name + purpose}>
                <th scope="row">{name}</th>
                <td>{purpose}</td>
                <td>{provider}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {view.refused.length > 0 && <p className={styles.words}>{w.refused(view.refused)}</p>}
        {view.providers.length > 0 && <p className={styles.words}>{w.providers(view.providers)}</p>}
      </Fold>
      <p className={styles.words}>
        {!isApproved && !view.approvedAvailable && `${w.notInstalled} `}
        {w.moduleFolder} <code>{view.moduleFolder}</code>
      </p>
      {may.own && (isApproved || view.approvedAvailable) && (
        <p>
          <Button icon="swap" onPress={() => setMoving(true)}>
            {w.move[other]}
          </Button>
        </p>
      )}
      {moving && <MoveVault to={other} vault={vault} onClose={() => setMoving(false)} />}
    </>
  );
}
