import { useMemo, useState } from "react";
import type { Framework, ItemStanding, Standing } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import { controlOf } from "../framework";
import { StateMark } from "../marks";
import { behind, weightOf, type Over } from "./behind";
import styles from "./rows.module.css";

const w = words.overview;

type Props = {
  framework: Framework;
  standing: Standing;
  /** What the figures are over; nothing while the rows are closed. */
  over: Over | null;
  onOver: (over: Over | null) => void;
  onControl: (id: string) => void;
};

/** The rows and weights that a figure came from, with the sums it is made of. */
export function RowsDialog(props: Props) {
  const { over, onOver } = props;
  return (
    <Dialog title={w.rows} isOpen={over !== null} onClose={() => onOver(null)} wide="most">
      {over !== null && <Rows {...props} over={over} />}
    </Dialog>
  );
}

function Rows({ framework, standing, over, onOver, onControl }: Props & { over: Over }) {
  const found = useMemo(() => behind(framework, standing, over), [framework, standing, over]);
  const [columns] = useState(() => columnsOf(framework));
  const choices = [
    { id: "provisions", label: w.provisions },
    { id: "all", label: w.allItems },
    ...standing.sections.map(({ section, title }) => ({ id: section, label: title })),
  ];
  const { figures } = found;
  const part = (total: number) => total.toFixed(1);
  return (
    <>
      <div className={styles.sums}>
        <Select looks label={w.over} value={over} options={choices} onChange={onOver} />
        <dl>
          <dt>{`${w.conformity} ${percent(figures.conformity)}`}</dt>
          <dd>{w.quotient(part(found.values), part(found.weights))}</dd>
          <dt>{`${w.assurance} ${percent(figures.assurance)}`}</dt>
          <dd>{w.quotient(part(found.proofs), part(found.provenWeights))}</dd>
          <dt>{`${w.coverage} ${percent(figures.coverage)}`}</dt>
          <dd>{w.resolvedOf(figures.resolved, figures.applicable)}</dd>
        </dl>
      </div>
      <div className={styles.grid}>
        <DataGrid
          label={w.rows}
          rows={found.items}
          columns={columns}
          rowKey={(item) => item.control}
          rowText={(item) => item.control}
          onOpen={(item) => onControl(item.control)}
          summary={w.rowsShowing(found.items.length)}
          empty={<p className={styles.none}>{w.noRows}</p>}
        />
      </div>
      <p className={styles.quiet}>{w.rowsWords}</p>
    </>
  );
}

function columnsOf(framework: Framework): Column<ItemStanding>[] {
  const number = (
    id: "value" | "assurance" | "weight" | "class" | "product",
    of: (item: ItemStanding) => number,
    show: (value: number) => string,
    width = "5.25rem",
  ): Column<ItemStanding> => ({
    id,
    title: w.rowColumns[id],
    width,
    cell: (item) => show(of(item)),
    sort: (a, b) => of(a) - of(b),
    align: "end",
  });
  return [
    {
      id: "control",
      title: w.rowColumns.control,
      width: "minmax(14rem, 1fr)",
      cell: (item) => (
        <span className={styles.cut}>
          <strong>{item.control}</strong> {controlOf(framework, item.control)?.label}
        </span>
      ),
      sort: (a, b) => a.control.localeCompare(b.control),
    },
    {
      id: "state",
      title: w.rowColumns.state,
      width: "10.5rem",
      cell: (item) => <StateMark state={item.state} />,
      sort: (a, b) => a.state.localeCompare(b.state),
    },
    number("value", (item) => item.value, (value) => value.toFixed(2), "4.5rem"),
    number("assurance", (item) => item.assurance, (value) => value.toFixed(2), "4.5rem"),
    number("weight", (item) => item.severity, String),
    number("class", (item) => item.classWeight, String, "7rem"),
    number("product", weightOf, (value) => value.toFixed(1)),
  ];
}
