import { useMemo } from "react";
import { Select } from "../../kit/Choice";
import { DataGrid } from "../../kit/DataGrid/DataGrid";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { options } from "../../words/options";
import type { Arrangement, Group } from "./arrange";
import { groupColumns } from "./requestColumns";
import styles from "./request.module.css";

const w = words.request;
const key = (group: Group) => group.id;
const name = (group: Group) => group.title;

type Props = {
  by: Arrangement;
  onBy: (by: Arrangement) => void;
  groups: readonly Group[];
  /** All requests as one group. */
  all: Group;
  selected: string;
  onSelect: (group: string) => void;
};

/** The groups of an arrangement, with how many are open in each. */
export function Groups({ by, onBy, groups, all, selected, onSelect }: Props) {
  const rows = useMemo(() => [all, ...groups], [all, groups]);
  const columns = useMemo(() => groupColumns(by), [by]);
  return (
    <div className={styles.groups}>
      <Select<Arrangement>
        looks
        label={w.arrange}
        value={by}
        options={options(w.arrangements)}
        onChange={onBy}
      />
      <DataGrid
        label={w.groupTitles[by]}
        rows={rows}
        columns={columns}
        rowKey={key}
        rowText={name}
        onOpen={(group) => onSelect(group.id)}
        selected={selected}
        density={by === "due" ? "normal" : "tall"}
        typeAhead="off"
        summary={
          by === "artefact" && groups.length === 0 ? w.settlesNone : w.groupsShown(groups.length)
        }
        empty={<Empty icon="inbox" title={w.noneHere} />}
      />
    </div>
  );
}
