import type { OrganisationView as File } from "../bridge/generated/wire";
import { useTell } from "../bridge/queries";
import { useDraft } from "../bridge/savers";
import { SaveMark } from "../desk/SaveMark";
import { Field } from "../kit/Field";
import { words } from "../words/en";
import styles from "./OrganisationView.module.css";

const w = words.organisation;

/** What an organisation is, saved as it is written. */
export function OrganisationDetails({ file }: { file: File }) {
  const tell = useTell();
  const draft = useDraft(`organisation ${file.organisation.id}`, file.organisation, async (value) => {
    await tell("save_organisation", value);
    return new Date().toISOString();
  });
  const value = draft.value;
  const write = (part: Partial<typeof value>) => draft.write({ ...value, ...part }, "soon");
  return (
    <section className={styles.details} aria-label={w.details}>
      <header className={styles.detailsHead}>
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
        <div className={styles.wide}>
          <Field
            label={w.remarks}
            value={value.remarks}
            lines={2}
            onChange={(remarks) => write({ remarks })}
          />
        </div>
      </div>
    </section>
  );
}
