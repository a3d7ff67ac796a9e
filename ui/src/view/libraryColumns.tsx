import type { AssessmentRow, Organisation } from "../bridge/generated/wire";
import type { Column } from "../kit/DataGrid/DataGrid";
import { Meter } from "../kit/Meter";
import { Status } from "../kit/Status";
import { words } from "../words/en";
import { date, lately } from "../words/format";
import styles from "./LibraryView.module.css";

const w = words.library;
const byName = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
const byCode = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The column of assessments that leads to the organisation. */
export const ORGANISATION = "organisation";

/** The column of assessments by which the newest work comes first. */
export const CHANGED = "changed";

/** How a stage looks in a list. */
export function StageMark({ row }: { row: AssessmentRow }) {
  return row.stage === "final" ? (
    <Status shade="good" icon="lock">
      {`${words.frame.final} · ${words.frame.version(row.version)}`}
    </Status>
  ) : (
    <Status shade="quiet" icon="pencil">
      {words.frame.draft}
    </Status>
  );
}

function Answered({ row }: { row: AssessmentRow }) {
  const text = w.progress(row.answered, row.controls);
  return (
    <span className={styles.answered}>
      <Meter label={w.columns.progress} value={row.answered} total={row.controls} text={text} slim />
      <span>{text}</span>
    </span>
  );
}

/** What the library says of an assessment. */
export const assessmentColumns: Column<AssessmentRow>[] = [
  {
    id: "title",
    title: w.columns.title,
    width: "minmax(12rem, 2fr)",
    cell: (row) => <strong className={styles.name}>{row.title}</strong>,
    sort: (a, b) => byName(a.title, b.title),
  },
  {
    id: ORGANISATION,
    title: w.columns.organisation,
    width: "minmax(10rem, 1.3fr)",
    cell: (row) => <span className={styles.way}>{row.organisationName}</span>,
    sort: (a, b) => byName(a.organisationName, b.organisationName),
  },
  {
    id: "progress",
    title: w.columns.progress,
    width: "minmax(10rem, 0.8fr)",
    cell: (row) => <Answered row={row} />,
    sort: (a, b) => a.answered / a.controls - b.answered / b.controls,
  },
  {
    id: "findings",
    title: w.columns.findings,
    width: "5.5rem",
    cell: (row) => row.findings,
    sort: (a, b) => a.findings - b.findings,
    align: "end",
  },
  {
    id: "stage",
    title: w.columns.stage,
    width: "9.5rem",
    cell: (row) => <StageMark row={row} />,
    sort: (a, b) => byCode(a.stage, b.stage),
  },
  {
    id: "asOf",
    title: w.columns.asOf,
    width: "7.5rem",
    cell: (row) => date(row.asOf),
    sort: (a, b) => byCode(a.asOf, b.asOf),
    align: "end",
  },
  {
    id: CHANGED,
    title: w.columns.changed,
    width: "7.5rem",
    cell: (row) => lately(row.changed),
    sort: (a, b) => byCode(a.changed, b.changed),
    align: "end",
  },
];

/** An organisation with how many assessments there are of it. */
export type OrganisationRow = Organisation & { assessments: number };

/** What the library says of an organisation. */
export const organisationColumns: Column<OrganisationRow>[] = [
  {
    id: "name",
    title: w.columns.organisation,
    width: "minmax(12rem, 1fr)",
    cell: (row) => <strong className={styles.name}>{row.name}</strong>,
    sort: (a, b) => byName(a.name, b.name),
  },
  {
    id: "kind",
    title: w.kind,
    width: "minmax(12rem, 1.5fr)",
    cell: (row) => <span className={styles.name}>{row.kind}</span>,
    sort: (a, b) => byName(a.kind, b.kind),
  },
  {
    id: "assessments",
    title: w.columns.assessments,
    width: "8rem",
    cell: (row) => row.assessments,
    sort: (a, b) => a.assessments - b.assessments,
    align: "end",
  },
];
