import { useMemo, useState } from "react";
import type { Evidence } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { SearchField } from "../../kit/Field";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { Asked } from "../Asked";
import { PreviewDialog } from "./PreviewDialog";
import { everything, filtered, shelfRows, type ShelfRow } from "./shelf";
import styles from "./shelf.module.css";

const w = words.request;

type Props = {
  assessment: string;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
};

const columns: Column<ShelfRow>[] = [
  {
    id: "title",
    title: w.acceptColumns.title,
    width: "minmax(14rem, 1fr)",
    cell: ({ evidence }) => <bdi className={styles.cut}>{evidence.title}</bdi>,
    sort: (a, b) => a.evidence.title.localeCompare(b.evidence.title),
  },
  {
    id: "controls",
    title: words.shelf.columns.controls,
    width: "minmax(7rem, 14rem)",
    cell: (row) => (
      <span className={styles.cut}>{row.controls.join(", ") || words.shelf.notLinked}</span>
    ),
  },
  {
    id: "collected",
    title: w.acceptColumns.collected,
    width: "8rem",
    cell: ({ evidence }) => date(evidence.collectedOn),
    sort: (a, b) =>
      (a.evidence.collectedOn ?? "").localeCompare(b.evidence.collectedOn ?? ""),
    align: "end",
  },
];
const key = (row: ShelfRow) => row.evidence.id;
const name = (row: ShelfRow) => row.evidence.title;

/** Chooses evidence from the shelf; a press on an item opens a look at it. */
export function EvidencePicker({ assessment, chosen, onChosen }: Props) {
  const asked = useAsk("shelf", { assessment });
  const [text, setText] = useState("");
  const [looking, look] = useState<Evidence | null>(null);
  const rows = useMemo(() => (asked.data ? shelfRows(asked.data) : []), [asked.data]);
  const shown = useMemo(
    () => filtered(rows, { ...everything, show: "counting", text }, "9999-12-31"),
    [rows, text],
  );
  // What is not shown stays chosen.
  const choose = (next: ReadonlySet<string>) => {
    const here = new Set(shown.map(key));
    onChosen(new Set([...[...chosen].filter((id) => !here.has(id)), ...next]));
  };
  return (
    <Asked of={asked} lines={4}>
      {() => (
        <div className={styles.picker}>
          <SearchField label={w.acceptFilter} value={text} onChange={setText} />
          <div className={styles.pickerList}>
            <DataGrid
              label={w.acceptPick}
              rows={shown}
              columns={columns}
              rowKey={key}
              rowText={name}
              onOpen={(row) => look(row.evidence)}
              chosen={chosen}
              onChosen={choose}
              summary={w.acceptPicked(chosen.size)}
              empty={<Empty icon="clip" title={w.acceptNone} />}
            />
          </div>
          {looking && <PreviewDialog evidence={looking} onClose={() => look(null)} />}
        </div>
      )}
    </Asked>
  );
}
