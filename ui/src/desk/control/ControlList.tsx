import type { Control, ControlRow } from "../../bridge/generated/wire";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Icon } from "../../kit/Icon";
import { Meter } from "../../kit/Meter";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { RowMark } from "../marks";
import styles from "./control.module.css";

const w = words.desk;

/** A control with its row of the assessment. */
type Listed = { control: Control; row: ControlRow };

function Proof({ row }: { row: ControlRow }) {
  const share = Math.round(row.assurance * 100);
  const text = row.evidence > 0 ? w.proof(share) : w.noProof;
  if (row.state === "not-applicable") return null;
  return (
    <span className={styles.proof} title={text}>
      <Icon name="clip" />
      <span>{row.evidence}</span>
      <Meter label={w.columns.proof} value={share} total={100} text={text} tone="bar2" slim />
    </span>
  );
}

const columns: Column<Listed>[] = [
  {
    id: "control",
    title: w.columns.control,
    width: "minmax(8rem, 1fr)",
    cell: ({ control, row }) => (
      <span className={styles.listed}>
        <span className={styles.listedLabel}>{control.label}</span>
        <span className={styles.listedId}>
          {control.id}
          {row.flagged && (
            <span className={styles.branchFlag}>
              <Icon name="flag" />
              <span className="visually-hidden">{w.flagged}</span>
            </span>
          )}
        </span>
      </span>
    ),
  },
  {
    id: "state",
    title: w.columns.state,
    width: "9.25rem",
    cell: ({ row }) => (
      <span className={styles.listed}>
        <RowMark row={row} />
        <Proof row={row} />
      </span>
    ),
  },
];

type Props = {
  listed: readonly Listed[];
  all: number;
  selected: string | null;
  onOpen: (control: string) => void;
};

/** The controls of a section with answer and proof at a glance. */
export function ControlList({ listed, all, selected, onOpen }: Props) {
  return (
    <DataGrid
      label={w.controls}
      rows={listed}
      columns={columns}
      rowKey={({ control }) => control.id}
      rowText={({ control }) => control.id}
      onOpen={({ control }) => onOpen(control.id)}
      selected={selected}
      density="double"
      typeAhead="off"
      summary={w.showing(listed.length, all)}
      empty={<Empty icon="search" title={w.noMatch} />}
    />
  );
}
