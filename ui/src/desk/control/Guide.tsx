import { useState } from "react";
import type { Control, Framework } from "../../bridge/generated/wire";
import { Chip } from "../../kit/Status";
import { Tabs } from "../../kit/Tabs";
import { words } from "../../words/en";
import { labels } from "../framework";
import styles from "./control.module.css";

const w = words.desk;
type Part = keyof typeof w.guides;
type Props = { framework: Framework; control: Control };

const parts = (Object.keys(w.guides) as Part[]).map((id) => ({ id, label: w.guides[id] }));

/** What good evidence looks like, how to check, what goes wrong, why it matters: in view. */
export function Guide({ framework, control }: Props) {
  const [part, setPart] = useState<Part>("evidence");
  return (
    <section aria-label={w.guide} className={styles.guide}>
      <Tabs label={w.guide} value={part} onChange={setPart} tabs={parts}>
        {part === "evidence" && <Wanted framework={framework} control={control} />}
        {part === "check" && <Check control={control} />}
        {part === "wrong" && <p>{control.mlFailure}</p>}
        {part === "why" && <Why framework={framework} control={control} />}
      </Tabs>
    </section>
  );
}

function Wanted({ framework, control }: Props) {
  const method = control.sufficientMethod;
  return (
    <>
      <ul className={styles.wanted}>
        {control.evidence.map((artefact) => (
          <li key={artefact.artefact}>
            <span>{artefact.artefact}</span>
            <span className={styles.quiet}>
              {labels(framework.collections, [artefact.collection])} ·{" "}
              {labels(framework.owners, artefact.owners)}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {w.sufficient(words.code.method[method], words.code.methodNoun[method])}{" "}
        {w.fresh(control.freshMonths)}
      </p>
    </>
  );
}

function Check({ control }: { control: Control }) {
  return (
    <ol className={styles.wanted}>
      {control.procedures.map((procedure) => (
        <li key={procedure.text}>
          <span>
            <strong>{words.code.method[procedure.method]}.</strong> {procedure.text}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Why({ framework, control }: Props) {
  const facts = framework.facts.filter((fact) => fact.controls.includes(control.id));
  return (
    <dl className={styles.why}>
      <dt>{w.findingWhen}</dt>
      <dd>{control.findingWhen}</dd>
      <dt>{w.remedy}</dt>
      <dd>
        {control.remedy}{" "}
        <span className={styles.quiet}>
          ({w.effort}: {labels(framework.efforts, [control.effort])})
        </span>
      </dd>
      {facts.map((fact) => (
        <div key={fact.id} className={styles.fact}>
          <dt>{fact.title}</dt>
          <dd>
            {fact.text} {fact.fromMemory && <Chip>{w.fromMemory}</Chip>}
          </dd>
        </div>
      ))}
      <dt>{w.references}</dt>
      <dd className={styles.references}>
        {control.references.map((reference) => (
          <span key={reference.text}>
            {reference.text}
            {reference.fromMemory && ` (${w.fromMemory})`}
          </span>
        ))}
      </dd>
    </dl>
  );
}
