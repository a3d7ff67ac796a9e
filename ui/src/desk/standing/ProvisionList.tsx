import { useMemo, useRef } from "react";
import type {
  Conclusion,
  Designation,
  Framework,
  ItemStanding,
  ProvisionStanding,
} from "../../bridge/generated/wire";
import { useActions } from "../../kit/actions";
import { Select } from "../../kit/Choice";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { SearchField } from "../../kit/Field";
import { useRemembered } from "../../kit/remembered";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { ConclusionMark } from "./conclusion";
import { ProvisionSheet } from "./ProvisionSheet";
import styles from "./provision.module.css";

const w = words.overview;
type Filter = { text: string; conclusion: Conclusion | ""; designation: Designation | "" };
const every: Filter = { text: "", conclusion: "", designation: "" };

type Props = {
  framework: Framework;
  provisions: readonly ProvisionStanding[];
  items: readonly ItemStanding[];
  onControl: (id: string) => void;
};

/** What the answers say about each line of the law, in its order, and what speaks to one. */
export function ProvisionList({ framework, provisions, items, onControl }: Props) {
  const [filter, setFilter] = useRemembered<Filter>("provisions filter", every);
  const [chosen, choose] = useRemembered<string | null>("provision", null);
  const search = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(framework), [framework]);
  const rows = useMemo(() => {
    const wanted = filter.text.trim().toLowerCase();
    return provisions.filter(
      ({ provision, conclusion }) =>
        (filter.conclusion === "" || conclusion === filter.conclusion) &&
        (filter.designation === "" || provision.designation === filter.designation) &&
        [provision.citation, provision.title].some((t) => t.toLowerCase().includes(wanted)),
    );
  }, [provisions, filter]);
  const put = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  useActions([
    {
      id: "filter",
      name: w.provisionFilter,
      keys: "/",
      group: w.group,
      run: () => search.current?.querySelector("input")?.focus(),
    },
  ]);
  const shown = rows.find(({ provision }) => provision.citation === chosen) ?? rows[0];
  return (
    <section className={styles.part} aria-label={w.provisionsTitle}>
      <p className={styles.quiet}>{w.provisionsWords}</p>
      <div className={styles.filters}>
        <div ref={search} className={styles.search}>
          <SearchField
            label={w.provisionFilter}
            value={filter.text}
            list={list}
            onChange={(text) => put({ text })}
          />
        </div>
        <Select<Conclusion | "">
          looks
          label={w.conclusion}
          value={filter.conclusion}
          options={[{ id: "", label: w.any }, ...options<Conclusion>(words.code.conclusion)]}
          onChange={(conclusion) => put({ conclusion })}
        />
        <Select<Designation | "">
          looks
          label={w.designation}
          value={filter.designation}
          options={[
            { id: "", label: w.any },
            ...framework.designations.map(({ id, label }) => ({ id: id as Designation, label })),
          ]}
          onChange={(designation) => put({ designation })}
        />
      </div>
      <div className={styles.sides}>
        <div ref={list} className={styles.list}>
          <DataGrid
            label={w.provisionsTitle}
            rows={rows}
            columns={columns}
            rowKey={({ provision }) => provision.citation}
            rowText={({ provision }) => provision.citation}
            onOpen={({ provision }) => choose(provision.citation)}
            selected={shown?.provision.citation ?? null}
            summary={w.provisionsShowing(rows.length, provisions.length)}
            empty={<Empty icon="search" title={w.noProvision} />}
          />
        </div>
        {shown ? (
          <ProvisionSheet
            framework={framework}
            entry={shown}
            items={items}
            onControl={onControl}
          />
        ) : (
          <p className={styles.quiet}>{w.chooseProvision}</p>
        )}
      </div>
    </section>
  );
}

function columnsOf(framework: Framework): Column<ProvisionStanding>[] {
  const label = (id: Designation) =>
    framework.designations.find((one) => one.id === id)?.label ?? id;
  const place = new Map(framework.provisions.map(({ citation }, index) => [citation, index]));
  const at = (entry: ProvisionStanding) => place.get(entry.provision.citation) ?? 0;
  return [
    {
      id: "citation",
      title: w.provisionColumns.citation,
      width: "11.5rem",
      cell: ({ provision }) => <strong className={styles.citation}>{provision.citation}</strong>,
      sort: (a, b) => at(a) - at(b),
    },
    {
      id: "title",
      title: w.provisionColumns.title,
      width: "minmax(9rem, 1fr)",
      cell: ({ provision }) => (
        <span className={styles.cut} title={provision.title}>
          {provision.title}
        </span>
      ),
      sort: (a, b) => a.provision.title.localeCompare(b.provision.title),
    },
    {
      id: "designation",
      title: w.provisionColumns.designation,
      width: "8.5rem",
      cell: ({ provision }) => label(provision.designation),
      sort: (a, b) => a.provision.designation.localeCompare(b.provision.designation),
    },
    {
      id: "conclusion",
      title: w.provisionColumns.conclusion,
      width: "12.5rem",
      cell: ({ conclusion }) => <ConclusionMark of={conclusion} />,
      sort: (a, b) => a.conclusion.localeCompare(b.conclusion),
    },
    {
      id: "controls",
      title: w.provisionColumns.controls,
      width: "5.5rem",
      cell: ({ speakers }) => speakers.length,
      sort: (a, b) => a.speakers.length - b.speakers.length,
      align: "end",
    },
  ];
}
