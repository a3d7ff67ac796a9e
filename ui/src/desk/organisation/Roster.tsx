import { useMemo, useRef, useState, type ReactNode } from "react";
import { useActions } from "../../kit/actions";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { SearchField } from "../../kit/Field";
import { useRemembered } from "../../kit/remembered";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { QuickAdd } from "./QuickAdd";
import { RecordForm } from "./RecordForm";
import styles from "./organisation.module.css";

const w = words.organisation;
/** From how many on a filter is worth its place. */
const FILTER_FROM = 9;

/** Something with a name that belongs to an organisation. */
export type Named = { id: string; name: string };

/** What one kind of record needs to be listed and edited. */
export type Kind<R extends Named> = {
  title: string;
  fresh: string;
  add: string;
  empty: string;
  emptyWords: string;
  columns: readonly Column<R>[];
  /** What a filter looks at beside the name. */
  about: (record: R) => string;
  fields: (record: R, change: (part: Partial<R>, when?: "now" | "soon") => void) => ReactNode;
  /** Throws what keeps a record from being saved, if something does. */
  check: (record: R) => void;
};

type Props<R extends Named> = {
  kind: Kind<R>;
  records: readonly R[];
  blank: R;
  /** Saves a record and returns all there are then. */
  save: (record: R) => Promise<readonly R[]>;
  /** The record to begin with, when somebody came to see it. */
  shown: string | null;
};

/** A list of records, however long, with the one that is open beside it. */
export function Roster<R extends Named>({ kind, records, blank, save, shown }: Props<R>) {
  const [open, setOpen] = useRemembered<string | null>(`roster ${kind.title}`, null);
  const [wanted, setWanted] = useState(shown);
  const [filter, setFilter] = useState("");
  const line = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toLine = () => line.current?.querySelector("input")?.focus();
  const rows = useMemo(() => {
    const sought = filter.trim().toLowerCase();
    return records.filter((one) =>
      [one.name, kind.about(one)].some((text) => text.toLowerCase().includes(sought)),
    );
  }, [records, filter, kind]);
  const columns = useMemo(() => [nameColumn<R>(), ...kind.columns], [kind]);
  const choose = (id: string) => {
    setWanted(null);
    setOpen(id);
  };
  useActions([
    { id: "add record", name: kind.add, keys: "A", group: w.group, changes: true, run: toLine },
    {
      id: "filter",
      name: w.filterOf(kind.title),
      keys: "/",
      group: w.group,
      isDisabled: records.length < FILTER_FROM,
      run: () => search.current?.querySelector("input")?.focus(),
    },
  ]);
  const record = records.find(({ id }) => id === (wanted ?? open)) ?? rows[0];
  return (
    <section className={styles.sides} aria-label={kind.title}>
      <div className={styles.list}>
        <QuickAdd
          label={kind.fresh}
          add={kind.add}
          line={line}
          records={records}
          onAdd={async (name) => {
            const known = new Set(records.map(({ id }) => id));
            const made = (await save({ ...blank, name })).find(({ id }) => !known.has(id));
            if (made) choose(made.id);
          }}
          onShow={choose}
        />
        {records.length >= FILTER_FROM && (
          <div ref={search}>
            <SearchField
              label={w.filterOf(kind.title)}
              value={filter}
              onChange={setFilter}
              list={list}
            />
          </div>
        )}
        {records.length === 0 ? (
          <Empty icon="plus" title={kind.empty}>
            <p>{kind.emptyWords}</p>
          </Empty>
        ) : (
          <div ref={list} className={styles.grid}>
            <DataGrid
              label={kind.title}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              rowText={({ name }) => name}
              onOpen={({ id }) => choose(id)}
              selected={record?.id ?? null}
              summary={w.showing(rows.length, records.length)}
              empty={<Empty icon="search" title={w.noMatch} />}
            />
          </div>
        )}
      </div>
      {record && (
        <RecordForm
          key={record.id}
          kind={kind}
          record={record}
          records={records}
          save={save}
          onAnother={toLine}
        />
      )}
    </section>
  );
}

function nameColumn<R extends Named>(): Column<R> {
  return {
    id: "name",
    title: w.name,
    width: "minmax(9rem, 1fr)",
    cell: ({ name }) => <strong className={styles.cut}>{name}</strong>,
    sort: (a, b) => a.name.localeCompare(b.name, "en", { numeric: true }),
  };
}
