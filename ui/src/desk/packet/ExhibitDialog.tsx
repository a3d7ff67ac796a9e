import { useMemo, useState } from "react";
import type { ExhibitCandidate } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Dialog } from "../../kit/Dialog";
import { SearchField } from "../../kit/Field";
import { Fold } from "../../kit/Fold";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { ExhibitSigns } from "./ExhibitSigns";
import { hasPages } from "./plan";
import styles from "./packet.module.css";

const w = words.packet;

const columns: Column<ExhibitCandidate>[] = [
  {
    id: "title",
    title: w.exhibitColumns.title,
    width: "minmax(12rem, 1fr)",
    cell: ({ title }) => <bdi className={styles.cut}>{title}</bdi>,
    sort: (a, b) => a.title.localeCompare(b.title),
  },
  {
    id: "kind",
    title: w.exhibitColumns.kind,
    width: "5rem",
    cell: ({ fileName }) => w.exhibitKind[hasPages(fileName) ? "pdf" : "picture"],
    sort: (a, b) => Number(hasPages(a.fileName)) - Number(hasPages(b.fileName)),
  },
  {
    id: "signs",
    title: w.exhibitColumns.signs,
    width: "minmax(12rem, 20rem)",
    cell: (candidate) => <ExhibitSigns of={candidate} />,
  },
];
const key = (candidate: ExhibitCandidate) => candidate.evidence;
const name = (candidate: ExhibitCandidate) => candidate.title;

type Props = {
  candidates: readonly ExhibitCandidate[];
  /** What is an exhibit already. */
  taken: ReadonlySet<string>;
  onAdd: (chosen: readonly string[]) => void;
  onClose: () => void;
};

/** Chooses evidence to print; says of the rest why it cannot be printed. */
export function ExhibitDialog({ candidates, taken, onAdd, onClose }: Props) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const free = useMemo(
    () => candidates.filter(({ evidence, whyNot }) => whyNot === "" && !taken.has(evidence)),
    [candidates, taken],
  );
  const shown = useMemo(() => {
    const sought = text.trim().toLowerCase();
    return free.filter(({ title, fileName }) => `${title}\n${fileName}`.toLowerCase().includes(sought));
  }, [free, text]);
  const unprintable = candidates.filter(({ whyNot }) => whyNot !== "");
  // What is not shown stays chosen.
  const choose = (next: ReadonlySet<string>) => {
    const here = new Set(shown.map(key));
    setChosen(new Set([...[...chosen].filter((id) => !here.has(id)), ...next]));
  };
  const toggle = ({ evidence }: ExhibitCandidate) => {
    const next = new Set(chosen);
    if (!next.delete(evidence)) next.add(evidence);
    setChosen(next);
  };
  const add = () => {
    onAdd(free.map(key).filter((id) => chosen.has(id)));
    onClose();
  };
  return (
    <Dialog
      title={w.exhibitAddTitle}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" isDisabled={chosen.size === 0} onPress={add}>
            {w.exhibitAddDo(chosen.size)}
          </Button>
        </>
      }
    >
      <p>{w.exhibitAddWords}</p>
      {free.length === 0 ? (
        <p className={styles.hint}>{w.exhibitNoCandidates}</p>
      ) : (
        <>
          <SearchField label={w.exhibitFilter} value={text} onChange={setText} />
          <div className={styles.pick}>
            <DataGrid
              label={w.exhibitPick}
              rows={shown}
              columns={columns}
              rowKey={key}
              rowText={name}
              onOpen={toggle}
              chosen={chosen}
              onChosen={choose}
              summary={w.exhibitPicked(chosen.size)}
              empty={<Empty icon="clip" title={w.exhibitNoMatch} />}
            />
          </div>
        </>
      )}
      {unprintable.length > 0 && (
        <Fold level={3} title={w.exhibitUnprintable(unprintable.length)}>
          <ul className={styles.stack}>
            {unprintable.map(({ evidence, title, whyNot }) => (
              <li key={evidence}>
                <bdi>{title}</bdi>
                <p className={styles.hint}>{whyNot}</p>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Dialog>
  );
}
