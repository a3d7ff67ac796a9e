import type { Column } from "../../kit/DataGrid/DataGrid";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date } from "../../words/format";
import type { Arrangement, Group, RequestRow } from "./arrange";
import { RequestMark } from "./requestMark";
import styles from "./request.module.css";

const w = words.request;

/** The columns of the list of requests. */
export const requestColumns: Column<RequestRow>[] = [
  {
    id: "artefact",
    title: w.columns.artefact,
    width: "minmax(14rem, 1fr)",
    cell: ({ request }) => (
      <span className={styles.cut} title={request.artefact}>
        {request.artefact}
      </span>
    ),
    sort: (a, b) => a.request.artefact.localeCompare(b.request.artefact),
  },
  {
    id: "control",
    title: w.columns.control,
    width: "7.5rem",
    cell: ({ request }) => request.control,
    sort: (a, b) => a.request.control.localeCompare(b.request.control),
  },
  {
    id: "person",
    title: w.columns.person,
    width: "minmax(8rem, 12rem)",
    cell: ({ person }) => <span className={styles.cut}>{person || words.kit.nothing}</span>,
    sort: (a, b) => a.person.localeCompare(b.person),
  },
  {
    id: "due",
    title: w.columns.due,
    width: "11.5rem",
    cell: ({ request, bucket }) =>
      bucket === "overdue" ? (
        <Status shade="bad" icon="clock">
          {`${date(request.due)} · ${w.overdue}`}
        </Status>
      ) : (
        date(request.due)
      ),
    sort: (a, b) => (a.request.due ?? "9").localeCompare(b.request.due ?? "9"),
  },
  {
    id: "state",
    title: w.columns.state,
    width: "8.5rem",
    cell: ({ request }) => <RequestMark state={request.state} />,
    sort: (a, b) => a.request.state.localeCompare(b.request.state),
  },
];

/** Returns the columns of the list of groups. Where they are dates, what is overdue is one of
 * them and need not be said of each. */
export function groupColumns(by: Arrangement): Column<Group>[] {
  return [
    {
      id: "title",
      title: w.groupColumns.title,
      width: "minmax(8rem, 1fr)",
      cell: (group) => (
        <span className={styles.group}>
          <span className={styles.cut} title={group.title}>
            {group.title}
          </span>
          {by !== "due" && group.overdue > 0 && (
            <Status shade="bad" icon="clock">
              {w.overdueCount(group.overdue)}
            </Status>
          )}
        </span>
      ),
    },
    {
      id: "open",
      title: w.groupColumns.open,
      width: "4.25rem",
      cell: (group) =>
        (group.id === "done" ? group.rows.length : group.open).toLocaleString("en-US"),
      align: "end",
    },
  ];
}
