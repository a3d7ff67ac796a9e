import type { AssessmentRow } from "../bridge/generated/wire";
import { DataGrid } from "../kit/DataGrid/DataGrid";
import { words } from "../words/en";
import { assessmentColumns, CHANGED, ORGANISATION } from "./libraryColumns";
import { usePlace } from "./place";
import styles from "./OrganisationView.module.css";

const columns = assessmentColumns.filter(({ id }) => id !== ORGANISATION);

/** The assessments of one organisation. */
export function AssessmentList({ rows }: { rows: readonly AssessmentRow[] }) {
  const { go } = usePlace();
  return (
    <section className={styles.assessments}>
      <h2>{words.organisation.assessments}</h2>
      <DataGrid
        label={words.organisation.assessments}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowText={({ title }) => title}
        onOpen={({ id }) =>
          go({ at: "assessment", assessment: id, part: "desk", control: null })
        }
        startSort={{ column: CHANGED, down: true }}
        summary={words.library.showing(rows.length, rows.length)}
        empty={<p className={styles.none}>{words.organisation.noAssessments}</p>}
      />
    </section>
  );
}
