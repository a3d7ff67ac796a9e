import { useMemo, useState } from "react";
import type { Framework, ItemStanding, Standing } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Fold } from "../../kit/Fold";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import { controlOf } from "../framework";
import { StateMark } from "../marks";
import { behind, weightOf, type Over } from "./behind";
import styles from "./standing.module.css";

const w = words.overview;

/** The id of the part, so that a figure can lead to it. */
export const ROWS = "rows-behind";

type Props = {
  framework: Framework;
  standing: Standing;
  over: Over;
  isOpen: boolean;
  onOver: (over: Over) => void;
  onOpen: (open: boolean) => void;
  onControl: (id: string) => void;
};

/** The rows and weights that a figure came from, with the sums it is made of. */
export function Rows(props: Props) {
  const { framework, standing, over, isOpen, onOver, onOpen, onControl } = props;
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
    <section className={styles.folded} id={ROWS}>
      <Fold title={w.rows} level={2} plain open={isOpen} onOpen={onOpen}>
        <p className={styles.quiet}>{w.rowsWords}</p>
        <div className={styles.sums}>
          <Select label={w.over} value={over} options={choices} onChange={onOver} />
          <dl>
            <dt>{`${w.conformity} ${percent(figures.conformity)}`}</dt>
            <dd>{w.quotient(part(found.values), part(found.weights))}</dd>
            <dt>{`${w.assurance} ${percent(figures.assurance)}`}</dt>
            <dd>{w.quotient(part(found.proofs), part(found.provenWeights))}</dd>
            <dt>{`${w.coverage} ${percent(figures.coverage)}`}</dt>
            <dd>{w.coverageMeans(figures.resolved, figures.applicable)}</dd>
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
            empty={null}
          />
        </div>
      </Fold>
    </section>
  );
}

function columnsOf(framework: Framework): Column<ItemStanding>[] {
  const number = (
    id: "value" | "assurance" | "weight" | "class" | "product",
    of: (item: ItemStanding) => number,
    show: (value: number) => string,
  ): Column<ItemStanding> => ({
    id,
    title: w.rowColumns[id],
    width: "6.25rem",
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
      width: "11rem",
      cell: (item) => <StateMark state={item.state} />,
      sort: (a, b) => a.state.localeCompare(b.state),
    },
    number("value", (item) => item.value, (value) => value.toFixed(2)),
    number("assurance", (item) => item.assurance, (value) => value.toFixed(2)),
    number("weight", (item) => item.severity, String),
    number("class", (item) => item.classWeight, String),
    number("product", weightOf, (value) => value.toFixed(1)),
  ];
}
