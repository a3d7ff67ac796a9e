import type { TrailView } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { words } from "../../words/en";
import { EVERYTHING, type TrailFilter } from "./useTrail";
import styles from "./trail.module.css";

const w = words.trail;

type Props = { view: TrailView; filter: TrailFilter; onFilter: (filter: TrailFilter) => void };

/** Whether the days of a filter stand the wrong way round. */
export function daysMixed({ from, to }: TrailFilter): boolean {
  return from !== null && to !== null && to < from;
}

/** Which entries are shown: whose, by whom, what, and from when to when. */
export function TrailFilters({ view, filter, onFilter }: Props) {
  const organisations = useAsk("library", {}).data?.organisations ?? [];
  const put = (part: Partial<TrailFilter>) => onFilter({ ...filter, ...part });
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(EVERYTHING);
  return (
    <div className={styles.filters} role="group" aria-label={w.filters}>
      <Select
        label={w.organisation}
        value={filter.organisation}
        options={[
          { id: "", label: w.any },
          ...organisations.map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(organisation) => put({ organisation })}
      />
      <Select
        label={w.person}
        value={filter.slot}
        options={[
          { id: "", label: w.anybody },
          ...view.people.map(({ slot, name }) => ({ id: slot, label: name })),
        ]}
        onChange={(slot) => put({ slot })}
      />
      <Select
        label={w.action}
        value={filter.action}
        options={[
          { id: "", label: w.anything },
          ...view.actions.map((action) => ({ id: action, label: w.act(action) })),
        ]}
        onChange={(action) => put({ action })}
      />
      <DateField label={w.from} value={filter.from} onChange={(from) => put({ from })} />
      <DateField
        label={w.to}
        value={filter.to}
        onChange={(to) => put({ to })}
        error={daysMixed(filter) ? w.daysMixed : undefined}
      />
      {isFiltered && (
        <Button weight="quiet" onPress={() => onFilter(EVERYTHING)}>
          {w.noFilter}
        </Button>
      )}
    </div>
  );
}
