import type { Issue } from "../../bridge/generated/wire";
import type { Column } from "../../kit/DataGrid/DataGrid";
import { words } from "../../words/en";
import { lately, moment } from "../../words/format";
import { whatOf, type TitleOf } from "./issues";
import styles from "./issued.module.css";

const w = words.issued;

/** How many digits of a digest tell entries apart in a list. */
const SHORT = 8;

type Options = {
  /** The name of an assessment; nothing where all entries are of the same. */
  titleOf: TitleOf | null;
  /** Whether an entry is open beside the list. */
  isBeside: boolean;
};

/** Returns the columns of the register. Beside an open entry there is room for less. */
export function issuedColumns({ titleOf, isBeside }: Options): Column<Issue>[] {
  const column = (
    id: keyof typeof w.columns,
    width: string,
    cell: Column<Issue>["cell"],
    by: (issue: Issue) => string | number,
  ): Column<Issue> => ({
    id,
    title: w.columns[id],
    width,
    cell,
    sort: (one, other) => {
      const [a, b] = [by(one), by(other)];
      return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
    },
  });
  const cut = (text: string) => <span className={styles.cut}>{text}</span>;
  const named = titleOf
    ? [column("of", "minmax(9rem, 1.4fr)", (one) => cut(titleOf(one.assessment)), (one) => titleOf(one.assessment))]
    : [];
  const rest = [
    column("version", "6.5rem", (one) => w.version(one.version, one.draft), (one) => one.version),
    column(
      "digest",
      "6.5rem",
      (one) =>
        one.sha256 ? (
          <code className={styles.code}>{one.sha256.slice(0, SHORT)}</code>
        ) : (
          <span className={styles.quiet}>{w.noDigest}</span>
        ),
      (one) => one.sha256,
    ),
  ];
  return [
    column("at", "7.5rem", (one) => <span title={moment(one.at)}>{lately(one.at)}</span>, (one) => one.at),
    column("what", "minmax(10rem, 1.4fr)", (one) => <strong className={styles.cut}>{whatOf(one)}</strong>, whatOf),
    ...(isBeside ? [] : named),
    column(
      "to",
      "minmax(8rem, 1.4fr)",
      (one) => (one.to ? cut(one.to) : <span className={styles.quiet}>{w.toNobody}</span>),
      (one) => one.to,
    ),
    ...(isBeside ? [] : rest),
  ];
}
