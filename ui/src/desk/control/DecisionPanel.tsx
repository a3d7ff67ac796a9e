import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { Lacks, Needed } from "./Needed";
import { decides, needs } from "./needs";
import type { Change } from "./panels";
import { named, PersonField } from "./PersonField";
import styles from "./panel.module.css";

const w = words.desk;

/** The decision record: what it must hold, and what still lacks. */
export function DecisionPanel({ framework, said, people, onChange }: Change) {
  const word = said.implementation;
  if (!decides(word)) return null;
  const wanted = needs(framework, said);
  const fields = framework.decisionRecord.filter((field) => field.requiredFor.includes(word));
  const write = (id: string, text: string) =>
    onChange({ decision: { ...said.decision, [id]: text } });
  return (
    <section className={styles.panel} aria-label={w.decision}>
      <h3>
        <Term name="decisionRecord">{w.decision}</Term>
      </h3>
      <p className={styles.rule}>
        {w.decisionWords} {w.decisionRule(`${framework.citationPrefix} ${framework.decisionCitation}`)}
      </p>
      <div className={styles.fields}>
        {fields.map(({ id, label, hint, kind }) => {
          const value = said.decision[id] ?? "";
          return (
            <Needed key={id} need={wanted.find((one) => one.id === id)}>
              {kind === "date" && (
                <DateField
                  label={label}
                  hint={hint}
                  value={value || null}
                  onChange={(day) => write(id, day ?? "")}
                />
              )}
              {kind === "person" && (
                <PersonField
                  label={label}
                  hint={hint}
                  value={value}
                  suggested={named(people)}
                  onChange={(text) => write(id, text)}
                />
              )}
              {kind === "text" && (
                <Field
                  label={label}
                  hint={hint}
                  lines={2}
                  value={value}
                  onChange={(text) => write(id, text)}
                />
              )}
            </Needed>
          );
        })}
      </div>
      <Lacks needs={wanted} whole={w.decisionWhole} />
    </section>
  );
}
