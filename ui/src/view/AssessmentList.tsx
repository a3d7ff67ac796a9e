import { Button } from "react-aria-components";
import type { AssessmentRow } from "../bridge/generated/wire";
import { words } from "../words/en";
import { date } from "../words/format";
import { StageMark } from "./libraryColumns";
import { usePlace } from "./place";
import styles from "./OrganisationView.module.css";

/** The assessments of one organisation. */
export function AssessmentList({ rows }: { rows: readonly AssessmentRow[] }) {
  const { go } = usePlace();
  return (
    <section className={styles.assessments} aria-label={words.organisation.assessments}>
      <h2 className={styles.title}>{words.organisation.assessments}</h2>
      {rows.length === 0 && <p className={styles.none}>{words.organisation.noAssessments}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Button
              className={styles.assessment ?? ""}
              onPress={() =>
                go({ at: "assessment", assessment: row.id, part: "desk", control: null })
              }
            >
              <strong>{row.title}</strong>
              <span>{words.library.progress(row.answered, row.controls)}</span>
              <span>{date(row.asOf)}</span>
              <StageMark row={row} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
