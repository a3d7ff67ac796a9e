import type { Framework } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import type { ShelfRow } from "./shelf";
import styles from "./shelf.module.css";
import parts from "../parts.module.css";

const w = words.shelf;

type Props = {
  framework: Framework;
  row: ShelfRow;
  onControl: (id: string) => void;
  onLink: () => void;
};

/** The answers that an item bears on. */
export function ShelfLinks({ framework, row, onControl, onLink }: Props) {
  return (
    <div className={styles.facts}>
      {row.links.length === 0 && <p className={parts.quiet}>{w.notLinkedWords}</p>}
      <ul>
        {row.links.map((one) => (
          <li key={one.id} className={styles.link}>
            <Button weight="quiet" edge="start" onPress={() => onControl(one.control)}>
              {`${one.control} ${controlOf(framework, one.control)?.label ?? ""}`}
            </Button>
            <span className={parts.quiet}>
              {words.code.strength[one.strength]}, {words.code.bearing[one.bearing].toLowerCase()}
              {one.remark && ` · ${one.remark}`}
            </span>
          </li>
        ))}
      </ul>
      {!row.evidence.withdrawn && (
        <p>
          <Button changes icon="plus" onPress={onLink}>
            {w.link}
          </Button>
        </p>
      )}
    </div>
  );
}
