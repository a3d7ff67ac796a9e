import { memo, type ReactNode } from "react";
import type { Consequence, Control, Framework } from "../../bridge/generated/wire";
import { Chip } from "../../kit/Status";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { Effects } from "../assessment/Effects";
import { labels } from "../framework";
import styles from "./guide.module.css";

const w = words.desk;
type Props = {
  framework: Framework;
  control: Control;
  /** What the profile changes here, shown first when there is something. */
  consequences: readonly Consequence[];
};

/** What good evidence looks like, how to check, what goes wrong, why it matters: in view. */
export const Guide = memo(function Guide({ framework, control, consequences }: Props) {
  const method = control.sufficientMethod;
  const facts = framework.facts.filter((fact) => fact.controls.includes(control.id));
  return (
    <section aria-label={w.guide} className={styles.guide}>
      {consequences.length > 0 && (
        <Part title={<Term name="profile">{w.profileSays}</Term>}>
          <Effects framework={framework} consequences={consequences} at="control" />
        </Part>
      )}
      <Part title={<Term name="evidence">{w.guides.evidence}</Term>}>
        <ul className={styles.list}>
          {control.evidence.map((artefact) => (
            <li key={artefact.artefact}>
              {artefact.artefact}
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
      </Part>
      <Part title={w.guides.check}>
        <ul className={styles.list}>
          {control.procedures.map((procedure) => (
            <li key={procedure.text}>
              <span>
                <strong>{words.code.method[procedure.method]}.</strong> {procedure.text}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={w.guides.wrong}>
        <p>{control.mlFailure}</p>
      </Part>
      <Part title={<Term name="finding">{w.guides.finding}</Term>}>
        <p>{control.findingWhen}</p>
      </Part>
      <Part title={w.guides.remedy}>
        <p>
          {control.remedy}{" "}
          <span className={styles.same}>{w.effort(labels(framework.efforts, [control.effort]))}</span>
        </p>
      </Part>
      {facts.map((fact) => (
        <Part key={fact.id} title={fact.title}>
          <p>
            {fact.text} {fact.fromMemory && <Chip>{w.fromMemory}</Chip>}
          </p>
        </Part>
      ))}
      <Part title={w.guides.references}>
        <p className={styles.quiet}>
          {control.references
            .map(({ text, fromMemory }) => (fromMemory ? `${text} (${w.fromMemory})` : text))
            .join(" · ")}
        </p>
      </Part>
    </section>
  );
});

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
