import type { ReactNode } from "react";
import type { Evidence, Framework } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { date, size } from "../../words/format";
import { labels } from "../framework";
import styles from "./shelf.module.css";
import facts from "./evidence.module.css";

const w = words.shelf;
const e = words.evidence;

/** All that is said of an item; what nobody said is left out. */
export function ShelfFacts({ framework, evidence }: { framework: Framework; evidence: Evidence }) {
  const { attachment, withdrawn } = evidence;
  const from = (first: string | null, last: string | null) =>
    first || last ? `${date(first)} – ${date(last)}` : "";
  const rows: [string, ReactNode][] = [
    [e.text, evidence.text],
    [w.file, attachment && <bdi>{attachment.fileName}</bdi>],
    [w.columns.size, attachment && size(attachment.length)],
    [w.columns.phi, words.code.phi[evidence.phi]],
    [e.providedBy, evidence.providedBy],
    [e.collectedBy, evidence.collectedBy],
    [e.collectedOn, evidence.collectedOn && date(evidence.collectedOn)],
    [e.collection, labels(framework.collections, evidence.collection ? [evidence.collection] : [])],
    [w.covers, from(evidence.coversFrom, evidence.coversTo)],
    [e.documentVersion, evidence.documentVersion],
    [w.inForce, from(evidence.effective, evidence.validUntil)],
    [e.confidentiality, words.code.confidentiality[evidence.confidentiality]],
    [w.columns.added, date(evidence.added)],
    [w.digest, attachment && <code>{attachment.sha256}</code>],
  ];
  return (
    <div className={styles.facts}>
      {withdrawn && <p>{e.withdrawnWhy(withdrawn.by, date(withdrawn.at), withdrawn.reason)}</p>}
      <dl className={facts.facts}>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
