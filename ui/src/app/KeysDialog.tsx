import { useMemo, useState } from "react";
import { useActionList } from "../kit/actions";
import { Dialog } from "../kit/Dialog";
import { SearchField } from "../kit/Field";
import { Keys } from "../kit/Keys";
import { words } from "../words/en";
import styles from "./KeysDialog.module.css";

const w = words.frame;
const n = w.keyNames;

type Line = { keys: string; name: string };
type Group = { title: string; lines: Line[] };

/** Keys that belong to a kind of control and not to an action. */
const fixed: Group[] = [
  {
    title: w.keyGroups.lists,
    lines: [
      { keys: "← ↑ ↓ →", name: n.arrows },
      { keys: "Home End", name: n.ends },
      { keys: "Ctrl+Home", name: n.firstOfAll },
      { keys: "Ctrl+End", name: n.lastOfAll },
      { keys: "PgUp PgDn", name: n.pages },
      { keys: "Enter", name: n.open },
      { keys: "A … Z", name: n.type },
    ],
  },
  {
    title: w.keyGroups.many,
    lines: [
      { keys: "Space", name: n.tick },
      { keys: "Shift+↓", name: n.reach },
      { keys: "Ctrl+A", name: n.all },
    ],
  },
  {
    title: w.keyGroups.fields,
    lines: [
      { keys: "Esc", name: n.leave },
      { keys: "Ctrl+Z", name: n.ownUndo },
    ],
  },
];

/** Every key of the program on one page: those of the screen in view first. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const actions = useActionList();
  const [filter, setFilter] = useState("");

  const shown = useMemo(() => {
    const groups = new Map<string, Line[]>();
    for (const { group = w.keysHere, keys, name } of actions) {
      if (keys === undefined) continue;
      groups.set(group, [...(groups.get(group) ?? []), { keys, name }]);
    }
    const wanted = filter.trim().toLowerCase();
    return [...[...groups].map(([title, lines]) => ({ title, lines })), ...fixed]
      .map(({ title, lines }) => ({
        title,
        lines: lines.filter(({ keys, name }) => `${keys} ${name}`.toLowerCase().includes(wanted)),
      }))
      .filter(({ lines }) => lines.length > 0);
  }, [actions, filter]);

  const close = () => {
    setFilter("");
    onClose();
  };
  return (
    <Dialog title={w.keysTitle} isOpen={isOpen} onClose={close} wide>
      <p>{w.keysWords}</p>
      <SearchField label={w.keysFilter} value={filter} onChange={setFilter} />
      {/* A long page scrolls by itself; the focus lets the keyboard do so too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.groups} tabIndex={0} role="group" aria-label={w.keysTitle}>
        {shown.length === 0 && <p>{w.keysNone}</p>}
        {shown.map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className={styles.list}>
              {lines.map(({ keys, name }) => (
                <div key={keys + name} className={styles.line}>
                  <dt>
                    <Keys keys={keys} />
                    <span className="visually-hidden">{keys}</span>
                  </dt>
                  <dd>{name}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
