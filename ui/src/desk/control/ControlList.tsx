import { memo, useCallback } from "react";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Icon } from "../../kit/Icon";
import { Meter } from "../../kit/Meter";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import type { ControlRow } from "../../bridge/generated/wire";
import { RowMark } from "../marks";
import type { Listed } from "./listing";
import styles from "./list.module.css";

const w = words.desk;

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
    width: "minmax(7rem, 1fr)",
    cell: ({ control, row }) => (
      <span className={styles.listed}>
        <span className={styles.label}>{control.label}</span>
        <span className={styles.id}>
          {control.id}
          {row.flagged && (
            <span className={styles.flag}>
              <Icon name="flag" />
              <span className="visually-hidden">{w.flagged}</span>
            </span>
          )}
          {row.openRequests > 0 && (
            <span className={styles.asked}>
              <Icon name="inbox" />
              <span className="visually-hidden">{w.asked}</span>
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

const idOf = ({ control }: Listed) => control.id;

type Props = {
  listed: readonly Listed[];
  all: number;
  selected: string | null;
  onOpen: (control: string) => void;
  /** What is chosen to be answered alike; nothing while nobody chooses. */
  chosen: ReadonlySet<string> | null;
  onChosen: (chosen: ReadonlySet<string>) => void;
};

/** The controls of a section with answer and proof at a glance. */
export const ControlList = memo(function ControlList(props: Props) {
  const { listed, all, selected, onOpen, chosen, onChosen } = props;
  const open = useCallback(({ control }: Listed) => onOpen(control.id), [onOpen]);
  return (
    <DataGrid
      label={w.controls}
      rows={listed}
      columns={columns}
      rowKey={idOf}
      rowText={idOf}
      onOpen={open}
      selected={selected}
      density="double"
      typeAhead="off"
      {...(chosen ? { chosen, onChosen } : {})}
      summary={w.showing(listed.length, all)}
      empty={<Empty icon="search" title={w.noMatch} />}
    />
  );
});
