import type { Framework, ItemStanding, Standing } from "../../bridge/generated/wire";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Fold } from "../../kit/Fold";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import { StateMark } from "../marks";
import styles from "./standing.module.css";

const w = words.overview;
type Props = { framework: Framework; standing: Standing; onControl: (id: string) => void };

const share = (value: number) => value.toFixed(2);

/** The rows and weights that every figure came from. */
export function Rows({ framework, standing, onControl }: Props) {
  const name = (item: ItemStanding) =>
    `${item.control} ${controlOf(framework, item.control)?.label ?? ""}`;
  const columns: Column<ItemStanding>[] = [
    {
      id: "control",
      title: w.rowColumns.control,
      width: "minmax(14rem, 1fr)",
      cell: name,
      sort: (a, b) => a.control.localeCompare(b.control),
    },
    {
      id: "state",
      title: w.rowColumns.state,
      width: "11rem",
      cell: (item) => <StateMark state={item.state} />,
      sort: (a, b) => a.state.localeCompare(b.state),
    },
    {
      id: "value",
      title: w.rowColumns.value,
      width: "6rem",
      cell: (item) => share(item.value),
      sort: (a, b) => a.value - b.value,
      align: "end",
    },
    {
      id: "assurance",
      title: w.rowColumns.assurance,
      width: "7rem",
      cell: (item) => share(item.assurance),
      sort: (a, b) => a.assurance - b.assurance,
      align: "end",
    },
    {
      id: "weight",
      title: w.rowColumns.weight,
      width: "6rem",
      cell: (item) => item.severity,
      sort: (a, b) => a.severity - b.severity,
      align: "end",
    },
    {
      id: "class",
      title: w.rowColumns.class,
      width: "7rem",
      cell: (item) => item.classWeight,
      sort: (a, b) => a.classWeight - b.classWeight,
      align: "end",
    },
  ];
  return (
    <section className={styles.card}>
      <Fold title={w.rows} level={2}>
        <p className={styles.quiet}>{w.rowsWords}</p>
        <div className={styles.grid}>
          <DataGrid
            label={w.rows}
            rows={standing.items}
            columns={columns}
            rowKey={(item) => item.control}
            rowText={(item) => item.control}
            onOpen={(item) => onControl(item.control)}
            summary={w.rowsShowing(standing.items.length)}
            empty={null}
          />
        </div>
      </Fold>
    </section>
  );
}
