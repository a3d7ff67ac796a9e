import { useMemo, useState } from "react";
import { useAnnounce } from "../Announcer";
import { words } from "../../words/en";
import type { Column, Sort } from "./column";

type Sorted<R> = { rows: readonly R[]; sort: Sort | null; sortBy: (column: string) => void };

/** Sorts the rows by a column: a second time by the same one turns them round. */
export function useSorted<R>(
  all: readonly R[],
  columns: readonly Column<R>[],
  start: Sort | null,
): Sorted<R> {
  const [sort, setSort] = useState(start);
  const announce = useAnnounce();
  const rows = useMemo(() => {
    const by = columns.find((column) => column.id === sort?.column)?.sort;
    if (!by) return all;
    const sorted = [...all].sort(by);
    return sort?.down ? sorted.reverse() : sorted;
  }, [all, columns, sort]);
  const sortBy = (column: string) => {
    const down = sort?.column === column && !sort.down;
    setSort({ column, down });
    const title = columns.find(({ id }) => id === column)?.title ?? "";
    announce(words.kit.sorted(title, down));
  };
  return { rows, sort, sortBy };
}
