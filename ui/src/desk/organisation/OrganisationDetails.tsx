import type { Organisation } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { SaveMark } from "../SaveMark";
import { nameless } from "./faults";
import styles from "./organisation.module.css";

const w = words.organisation;

/** What an organisation is, saved as it is written. */
export function OrganisationDetails({ organisation }: { organisation: Organisation }) {
  const tell = useTell();
  const draft = useDraft(`organisation ${organisation.id}`, organisation, async (value) => {
    if (!value.name.trim()) throw nameless();
    await tell("save_organisation", value);
    return new Date().toISOString();
  });
  const value = draft.value;
  const write = (part: Partial<Organisation>) => draft.write({ ...value, ...part }, "soon");
  return (
    <section className={styles.details} aria-label={w.details}>
      <header className={styles.formHead}>
        <h2>{w.details}</h2>
        <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
      </header>
      <div className={styles.fields}>
        <Field
          label={w.name}
          value={value.name}
          onChange={(name) => write({ name })}
          error={value.name.trim() ? undefined : w.nameMissing}
        />
        <Field label={w.kind} value={value.kind} onChange={(kind) => write({ kind })} />
        <Field label={w.contact} value={value.contact} onChange={(contact) => write({ contact })} />
        <Field label={w.address} value={value.address} onChange={(address) => write({ address })} />
      </div>
      <Field
        label={w.remarks}
        value={value.remarks}
        lines={2}
        onChange={(remarks) => write({ remarks })}
      />
    </section>
  );
}
