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
    title: w.keyGroups.desk,
    keys: [
      ["1 … 8", n.answer],
      ["j", n.next],
      ["k", n.previous],
      ["n", n.unanswered],
      ["g", n.flagged],
      ["f", n.flag],
      ["w", n.note],
      ["a", n.attach],
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
];

/** Every key of the program on one page. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={w.keysTitle} isOpen={isOpen} onClose={onClose} wide>
      <p>{w.keysWords}</p>
      <div className={styles.groups}>
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
