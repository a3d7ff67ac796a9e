import { useId, useState } from "react";
import type { PacketPlan } from "../../bridge/generated/wire";
import { useAnnounce } from "../../kit/Announcer";
import { useActions } from "../../kit/actions";
import { Button, IconButton } from "../../kit/Button";
import { OrderGrid } from "../../kit/OrderGrid";
import { useReadOnly } from "../../kit/readOnly";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { moved, PRIVATE, showing, shownParts, withParts } from "./plan";
import styles from "./packet.module.css";

const w = words.packet;

type Props = {
  plan: PacketPlan;
  onChange: (plan: PacketPlan) => void;
  onProposed: () => void;
};

/** The parts in their order, each shown or left out. */
export function PartList({ plan, onChange, onProposed }: Props) {
  const announce = useAnnounce();
  const isReadOnly = useReadOnly();
  const hint = useId();
  const [current, setCurrent] = useState<string | null>(null);
  const { parts } = plan;
  const shown = shownParts(plan);
  const at = Math.max(0, parts.findIndex(({ part }) => part === current));
  const here = parts[at];

  const toggle = (id: string) => {
    const next = new Set<string>(shown);
    if (!next.delete(id)) next.add(id);
    onChange(showing(plan, next));
  };
  const move = (from: number, to: number) => {
    const choice = parts[from];
    if (!choice || to < 0 || to >= parts.length) return;
    setCurrent(choice.part);
    onChange(withParts(plan, moved(parts, from, to)));
    announce(w.movedTo(w.part[choice.part], to + 1, parts.length));
  };
  const group = w.group;
  useActions([
    { id: "packet.up", name: w.moveUp, keys: "Alt+↑", group, changes: true, run: () => move(at, at - 1) },
    { id: "packet.down", name: w.moveDown, keys: "Alt+↓", group, changes: true, run: () => move(at, at + 1) },
    { id: "packet.proposed", name: w.proposedAction, group, changes: true, run: onProposed },
  ]);
  const name = here ? w.part[here.part] : "";
  return (
    <section className={styles.block} aria-label={w.parts}>
      <div className={styles.head}>
        <h2 className={styles.label}>
          {w.parts} <span className={styles.count}>{w.partsCount(shown.size, parts.length)}</span>
        </h2>
        {!isReadOnly && (
          <span className={styles.tools}>
            <Button changes small weight="quiet" onPress={onProposed}>
              {w.proposed}
            </Button>
            <IconButton
              icon="up"
              label={w.up(name)}
              keys="Alt ↑"
              isDisabled={at === 0}
              onPress={() => move(at, at - 1)}
            />
            <IconButton
              icon="down"
              label={w.down(name)}
              keys="Alt ↓"
              isDisabled={at >= parts.length - 1}
              onPress={() => move(at, at + 1)}
            />
          </span>
        )}
      </div>
      <OrderGrid
        label={w.parts}
        describedBy={hint}
        gripTitle={w.grip}
        current={current}
        onCurrent={setCurrent}
        onToggle={toggle}
        onMove={move}
        items={parts.map(({ part, shown: taken }) => ({
          id: part,
          taken,
          content: (
            <>
              <span>{w.part[part]}</span>
              {PRIVATE.has(part) && (
                <Status shade="private" icon="lock">
                  {w.private}
                </Status>
              )}
            </>
          ),
        }))}
      />
      {!isReadOnly && (
        <p id={hint} className={styles.hint}>
          {w.partsHint}
        </p>
      )}
    </section>
  );
}
