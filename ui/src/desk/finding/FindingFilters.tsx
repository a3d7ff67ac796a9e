import { useRef, type RefObject } from "react";
import type { FindingKind, Framework } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { SearchField } from "../../kit/Field";
import { useActions } from "../../kit/actions";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { everyOpen, type FindingFilter } from "./filter";
import styles from "./list.module.css";

const w = words.finding;

type Props = {
  framework: Framework;
  filter: FindingFilter;
  onFilter: (filter: FindingFilter) => void;
  /** The list that is filtered: the arrow leads into it. */
  list: RefObject<HTMLDivElement | null>;
};

/** Which findings of the list are wanted. */
export function FindingFilters({ framework, filter, onFilter, list }: Props) {
  const search = useRef<HTMLDivElement>(null);
  const put = (part: Partial<FindingFilter>) => onFilter({ ...filter, ...part });
  useActions([
    {
      id: "filter",
      name: w.filter,
      keys: "/",
      group: words.overview.group,
      run: () => search.current?.querySelector("input")?.focus(),
    },
  ]);
  const all = { id: "", label: w.any } as const;
  const isAll = JSON.stringify(filter) === JSON.stringify(everyOpen);
  return (
    <div className={styles.filters}>
      <div ref={search} className={styles.search}>
        <SearchField
          label={w.filter}
          value={filter.text}
          onChange={(text) => put({ text })}
          list={list}
        />
      </div>
      <Select
        looks
        label={w.severity}
        value={filter.severity === null ? "" : String(filter.severity)}
        options={[
          all,
          ...framework.severities.map(({ weight, label }) => ({ id: String(weight), label })),
        ]}
        onChange={(id) => put({ severity: id === "" ? null : Number(id) })}
      />
      <Select<FindingKind | "">
        looks
        label={w.kind}
        value={filter.kind ?? ""}
        options={[all, ...options<FindingKind>(words.code.finding)]}
        onChange={(id) => put({ kind: id === "" ? null : id })}
      />
      <Select
        looks
        label={w.section}
        value={filter.section ?? ""}
        options={[all, ...framework.sections.map(({ id, title }) => ({ id, label: title }))]}
        onChange={(id) => put({ section: id === "" ? null : id })}
      />
      <Select<keyof typeof w.reply | "">
        looks
        label={w.replied}
        value={filter.reply ?? ""}
        options={[{ id: "", label: w.anyOpen }, ...options(w.reply)]}
        onChange={(id) => put({ reply: id === "" ? null : id })}
      />
      {!isAll && (
        <Button weight="quiet" onPress={() => onFilter(everyOpen)}>
          {w.clear}
        </Button>
      )}
    </div>
  );
}
