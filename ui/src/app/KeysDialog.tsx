import { Dialog } from "../kit/Dialog";
import { Keys } from "../kit/Keys";
import { words } from "../words/en";
import styles from "./KeysDialog.module.css";

const w = words.frame;
const n = w.keyNames;

const groups: { title: string; keys: [string, string][] }[] = [
  {
    title: w.keyGroups.everywhere,
    keys: [
      ["?", n.keys],
      ["/", n.search],
      ["Ctrl L", n.lock],
      ["Esc", n.leave],
    ],
  },
  {
    title: w.keyGroups.lists,
    keys: [
      ["← ↑ ↓ →", n.arrows],
      ["Home End", n.ends],
      ["PgUp PgDn", n.pages],
      ["Enter", n.open],
      ["A … Z", n.type],
    ],
  },
  {
    title: w.keyGroups.desk,
    keys: [
      ["1 … 8", n.answer],
      ["J", n.next],
      ["K", n.previous],
      ["N", n.unanswered],
      ["G", n.flagged],
      ["F", n.flag],
      ["W", n.note],
      ["A", n.attach],
    ],
  },
];

/** Every key of the program on one page. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={w.keysTitle} isOpen={isOpen} onClose={onClose} wide>
      <p>{w.keysWords}</p>
      {/* A long page scrolls by itself; the focus lets the keyboard do so too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.groups} tabIndex={0} role="group" aria-label={w.keysTitle}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className={styles.list}>
              {group.keys.map(([keys, name]) => (
                <div key={keys} className={styles.line}>
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
