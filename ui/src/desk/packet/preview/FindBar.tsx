import type { KeyboardEvent } from "react";
import { IconButton } from "../../../kit/Button";
import { SearchField } from "../../../kit/Field";
import { words } from "../../../words/en";
import type { Finds } from "./useFinds";
import styles from "./preview.module.css";

const w = words.packet.preview;

/** The id of the field, so that a key leads into it. */
export const FIND = "packet-find";

type Props = { finds: Finds; onStep: (by: 1 | -1) => void; onClose: () => void };

/** Words to look for in the pages, how many there are, and the way from one to the next. */
export function FindBar({ finds, onStep, onClose }: Props) {
  const { text, setText, found, at } = finds;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && text === "") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const some = found !== null && found.finds.length > 0;
  return (
    // The field tells of keys that are the bar's.
     
    <div className={styles.finding} onKeyDownCapture={onKeyDown}>
      <span className={styles.findField}>
        <SearchField id={FIND} label={w.searchField} value={text} onChange={setText} />
      </span>
      <span className={styles.count} role="status">
        {found === null ? "" : at === null ? w.foundNone : w.found(at + 1, found.total)}
      </span>
      {found !== null && found.total > found.finds.length && (
        <span className={styles.count}>{w.foundMore(found.finds.length)}</span>
      )}
      <span className={styles.group}>
        <IconButton
          icon="up"
          label={w.previousFind}
          keys="Shift Enter"
          isDisabled={!some}
          onPress={() => onStep(-1)}
        />
        <IconButton
          icon="down"
          label={w.nextFind}
          keys="Enter"
          isDisabled={!some}
          onPress={() => onStep(1)}
        />
        <IconButton icon="cross" label={w.closeSearch} keys="Esc" onPress={onClose} />
      </span>
    </div>
  );
}
