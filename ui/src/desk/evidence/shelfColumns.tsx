import type { Strength } from "../../bridge/generated/wire";
import type { Column } from "../../kit/DataGrid/DataGrid";
import { Icon } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date, size } from "../../words/format";
import { isExpired, type ShelfRow } from "./shelf";
import styles from "./shelf.module.css";

const w = words.shelf;

/** Returns the columns of the shelf; beside an open item only those that there is room for. */
export function shelfColumns(asOf: string, room: "whole" | "beside"): Column<ShelfRow>[] {
  const title: Column<ShelfRow> = {
    id: "title",
    title: w.columns.title,
    width: "minmax(13rem, 1fr)",
    cell: ({ evidence, pair }) => (
      <span className={styles.named}>
        <Icon name={evidence.attachment ? "file" : "note"} />
        <span className={styles.two}>
          <bdi className={styles.cut}>{evidence.title}</bdi>
          {pair.length > 0 && (
            <span className={styles.under}>
              {evidence.redacts ? words.evidence.redactedCopy : w.hasCopy}
            </span>
          )}
        </span>
      </span>
    ),
    sort: (a, b) => a.evidence.title.localeCompare(b.evidence.title),
  };
  const controls: Column<ShelfRow> = {
    id: "controls",
    title: w.columns.controls,
    width: "minmax(8rem, 15rem)",
    cell: (row) => (
      <span className={styles.cut}>{row.controls.join(", ") || w.notLinked}</span>
    ),
    sort: (a, b) => a.controls.length - b.controls.length,
  };
  const state: Column<ShelfRow> = {
    id: "state",
    title: w.columns.state,
    width: "10.5rem",
    cell: (row) => <Mark row={row} asOf={asOf} />,
    sort: (a, b) => rank(a, asOf) - rank(b, asOf),
  };
  if (room === "beside") return [title, state];
  return [
    title,
    controls,
    {
      id: "strength",
      title: w.columns.strength,
      width: "7rem",
      cell: (row) => {
        const best = strongest(row);
        return best ? words.code.strength[best] : words.kit.nothing;
      },
      sort: (a, b) => level(a) - level(b),
    },
    {
      id: "person",
      title: w.columns.person,
      width: "minmax(7rem, 11rem)",
      cell: ({ evidence }) => (
        <span className={styles.cut}>
          {evidence.providedBy || evidence.collectedBy || words.kit.nothing}
        </span>
      ),
      sort: (a, b) =>
        (a.evidence.providedBy || a.evidence.collectedBy).localeCompare(
          b.evidence.providedBy || b.evidence.collectedBy,
        ),
    },
    state,
    {
      id: "size",
      title: w.columns.size,
      width: "5.5rem",
      cell: ({ evidence }) =>
        evidence.attachment ? size(evidence.attachment.length) : words.kit.nothing,
      sort: (a, b) => (a.evidence.attachment?.length ?? 0) - (b.evidence.attachment?.length ?? 0),
      align: "end",
    },
    {
      id: "collected",
      title: w.columns.collected,
      width: "7.5rem",
      cell: ({ evidence }) => date(evidence.collectedOn ?? evidence.added),
      sort: (a, b) =>
        (a.evidence.collectedOn ?? a.evidence.added).localeCompare(
          b.evidence.collectedOn ?? b.evidence.added,
        ),
      align: "end",
    },
  ];
}

const ORDER = Object.keys(words.code.strength) as Strength[];

/** Returns the strongest of what an item is for its controls. */
function strongest({ links }: ShelfRow): Strength | undefined {
  return ORDER.findLast((strength) => links.some((link) => link.strength === strength));
}

function level(row: ShelfRow): number {
  const best = strongest(row);
  return best ? ORDER.indexOf(best) : -1;
}

function rank({ evidence }: ShelfRow, asOf: string): number {
  if (evidence.withdrawn) return 4;
  if (isExpired(evidence, asOf)) return 3;
  return { unknown: 2, yes: 1, no: 0 }[evidence.phi];
}

/** The one thing that stands out about an item. */
function Mark({ row: { evidence }, asOf }: { row: ShelfRow; asOf: string }) {
  if (evidence.withdrawn) {
    return (
      <Status shade="bad" icon="cross">
        {words.evidence.withdrawn}
      </Status>
    );
  }
  if (isExpired(evidence, asOf)) {
    return (
      <Status shade="warn" icon="clock">
        {w.expired}
      </Status>
    );
  }
  if (evidence.phi === "no") {
    return (
      <Status shade="good" icon="check">
        {w.counts}
      </Status>
    );
  }
  return (
    <Status shade="warn" icon={evidence.phi === "yes" ? "warning" : "question"}>
      {evidence.phi === "yes" ? words.code.phi.yes : w.phiOpen}
    </Status>
  );
}
