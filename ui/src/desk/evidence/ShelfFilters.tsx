import { useMemo, type RefObject } from "react";
import type { Framework, Phi, Strength } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { SearchField } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { controlOf } from "../framework";
import { everything, peopleOf, type Age, type ShelfFilter, type ShelfRow, type Show } from "./shelf";
import styles from "./shelf.module.css";

const w = words.shelf;

type Props = {
  framework: Framework;
  rows: readonly ShelfRow[];
  filter: ShelfFilter;
  onFilter: (filter: ShelfFilter) => void;
  search: RefObject<HTMLDivElement | null>;
  /** Where what is shown stands. */
  list: RefObject<HTMLElement | null>;
};

/** Which evidence the shelf shows. */
export function ShelfFilters({ framework, rows, filter, onFilter, search, list }: Props) {
  const change = (part: Partial<ShelfFilter>) => onFilter({ ...filter, ...part });
  const controls = useMemo(
    () => [
      { id: "", label: w.anyControl },
      ...[...new Set(rows.flatMap((row) => row.controls))]
        .sort((a, b) => a.localeCompare(b))
        .map((id) => ({ id, label: `${id} ${controlOf(framework, id)?.label ?? ""}` })),
    ],
    [rows, framework],
  );
  const people = useMemo(
    () => [{ id: "", label: w.anybody }, ...peopleOf(rows).map((id) => ({ id, label: id }))],
    [rows],
  );
  const narrowed = Object.entries(everything).some(
    ([name, value]) => filter[name as keyof ShelfFilter] !== value,
  );
  return (
    <div className={styles.filters} role="group" aria-label={w.filters}>
      <div ref={search} className={styles.search}>
        <SearchField
          label={w.filter}
          value={filter.text}
          onChange={(text) => change({ text })}
          list={list}
        />
      </div>
      <Select<Show>
        looks
        label={w.only}
        quietLabel
        value={filter.show}
        options={options(w.shows)}
        onChange={(show) => change({ show })}
      />
      <Select
        looks
        label={w.byControl}
        quietLabel
        value={filter.control}
        options={controls}
        onChange={(control) => change({ control })}
      />
      <Select<Strength | "">
        looks
        label={w.byStrength}
        quietLabel
        value={filter.strength}
        options={[{ id: "", label: w.anyStrength }, ...options(words.code.strength)]}
        onChange={(strength) => change({ strength })}
      />
      <Select
        looks
        label={w.byPerson}
        quietLabel
        value={filter.person}
        options={people}
        onChange={(person) => change({ person })}
      />
      <Select<Age>
        looks
        label={w.byAge}
        quietLabel
        value={filter.age}
        options={options(w.ages)}
        onChange={(age) => change({ age })}
      />
      <Select<Phi | "">
        looks
        label={w.byPhi}
        quietLabel
        value={filter.phi}
        options={[{ id: "", label: w.anyPhi }, ...options(words.code.phi)]}
        onChange={(phi) => change({ phi })}
      />
      {narrowed && (
        <Button weight="quiet" onPress={() => onFilter(everything)}>
          {w.showAll}
        </Button>
      )}
    </div>
  );
}
