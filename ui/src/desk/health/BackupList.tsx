import type { BackupRow } from "../../bridge/generated/wire";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Empty } from "../../kit/State";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import styles from "./health.module.css";

const w = words.health;

function State({ row }: { row: BackupRow }) {
  if (!row.present) {
    return (
      <Status shade="quiet" icon="question">
        {w.absent}
      </Status>
    );
  }
  return row.verified ? (
    <Status shade="good" icon="check">
      {w.verified}
    </Status>
  ) : (
    <Status shade="warn" icon="warning">
      {w.unverified}
    </Status>
  );
}

const columns: Column<BackupRow>[] = [
  {
    id: "at",
    title: w.columns.at,
    width: "12.5rem",
    cell: ({ at }) => moment(at),
    sort: (a, b) => a.at.localeCompare(b.at),
  },
  {
    id: "folder",
    title: w.columns.folder,
    width: "minmax(12rem, 1fr)",
    cell: ({ folder }) => (
      <span className={styles.cut} title={folder}>
        {folder}
      </span>
    ),
    sort: (a, b) => a.folder.localeCompare(b.folder),
  },
  {
    id: "state",
    title: w.columns.state,
    width: "11rem",
    cell: (row) => <State row={row} />,
  },
  {
    id: "objects",
    title: w.columns.objects,
    width: "9rem",
    cell: ({ copied, objects }) => w.objects(copied, objects),
    align: "end",
  },
];

type Props = { backups: readonly BackupRow[]; onRestore: (folder: string) => void };

/** The backups that this computer knows of, the newest first. One that is opened is restored. */
export function BackupList({ backups, onRestore }: Props) {
  return (
    <div className={styles.list}>
      <DataGrid
        label={w.list}
        rows={backups}
        columns={columns}
        rowKey={({ folder, at }) => folder + at}
        rowText={({ folder }) => folder}
        onOpen={({ folder }) => onRestore(folder)}
        summary={w.showing(backups.length)}
        empty={
          <Empty icon="copy" title={w.none}>
            <p>{w.noneWords}</p>
          </Empty>
        }
      />
    </div>
  );
}
