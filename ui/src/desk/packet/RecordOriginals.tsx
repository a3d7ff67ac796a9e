import { useMemo, useState } from "react";
import type { Audience, Evidence } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { SearchField } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { size } from "../../words/format";
import { ExhibitSigns } from "./ExhibitSigns";
import { goingAlong, isKept, withPhi, type Originals } from "./originals";
import styles from "./packet.module.css";

const w = words.packet;
const WHICH: readonly Originals[] = ["none", "all", "chosen"];

const columns: Column<Evidence>[] = [
  {
    id: "title",
    title: w.exhibitColumns.title,
    width: "minmax(12rem, 1fr)",
    cell: ({ title }) => <bdi className={styles.cut}>{title}</bdi>,
    sort: (a, b) => a.title.localeCompare(b.title),
  },
  {
    id: "size",
    title: words.shelf.columns.size,
    width: "5.5rem",
    cell: ({ attachment }) => size(attachment?.length ?? 0),
    sort: (a, b) => (a.attachment?.length ?? 0) - (b.attachment?.length ?? 0),
    align: "end",
  },
  {
    id: "signs",
    title: w.exhibitColumns.signs,
    width: "minmax(12rem, 18rem)",
    cell: (evidence) => (
      <ExhibitSigns of={{ ...evidence, isRedacted: Boolean(evidence.redacts), hasRedacted: false }} />
    ),
  },
];
const key = (evidence: Evidence) => evidence.id;
const name = (evidence: Evidence) => evidence.title;

type Props = {
  files: readonly Evidence[];
  audiences: ReadonlySet<Audience>;
  which: Originals;
  onWhich: (which: Originals) => void;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  /** Why what is chosen will not do. */
  error: string | undefined;
};

/** Which sealed originals go into the record, and what that shows to whoever gets it. */
export function RecordOriginals(props: Props) {
  const { files, audiences, which, onWhich, chosen, onChosen, error } = props;
  const [text, setText] = useState("");
  const shown = useMemo(() => {
    const sought = text.trim().toLowerCase();
    return files.filter(({ title }) => title.toLowerCase().includes(sought));
  }, [files, text]);
  const going = goingAlong(files, which, chosen, audiences);
  const kept = files.filter((one) => isKept(one, audiences)).length;
  const phi = withPhi(going);
  const working = which === "chosen" ? going.filter((one) => isKept(one, audiences)).length : 0;
  if (files.length === 0) return <p className={styles.hint}>{w.recordNoOriginals}</p>;
  const choose = (next: ReadonlySet<string>) => {
    const here = new Set(shown.map(key));
    onChosen(new Set([...[...chosen].filter((id) => !here.has(id)), ...next]));
  };
  const toggle = ({ id }: Evidence) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return (
    <>
      <Radios<Originals>
        label={w.recordOriginals}
        value={which}
        options={WHICH.map((id) => ({ id, label: w.recordOriginal[id] }))}
        onChange={onWhich}
        flow="line"
      />
      {which === "all" && (
        <p className={styles.hint}>{w.recordAllHint(files.length - kept, kept)}</p>
      )}
      {which === "chosen" && (
        <>
          <SearchField label={w.exhibitFilter} value={text} onChange={setText} />
          <div className={styles.pick}>
            <DataGrid
              label={w.recordPick}
              rows={shown}
              columns={columns}
              rowKey={key}
              rowText={name}
              onOpen={toggle}
              chosen={chosen}
              onChosen={choose}
              summary={w.recordPicked(chosen.size)}
              empty={<Empty icon="clip" title={w.exhibitNoMatch} />}
            />
          </div>
        </>
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      {phi > 0 && (
        <Note tone="warn">
          <p>{w.recordPhi(phi)}</p>
        </Note>
      )}
      {working > 0 && (
        <Note tone="private">
          <p>{w.recordOnlyWorking(working)}</p>
        </Note>
      )}
    </>
  );
}
