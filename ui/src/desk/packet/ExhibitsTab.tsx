import { useEffect, useRef, useState } from "react";
import type { PacketPlan, PacketPlanView } from "../../bridge/generated/wire";
import { useAnnounce } from "../../kit/Announcer";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { ExhibitDialog } from "./ExhibitDialog";
import { exhibitHead, ExhibitItem, exhibitWords } from "./ExhibitItem";
import { moved, newExhibit, showing, shownParts, withExhibits } from "./plan";
import styles from "./packet.module.css";

const w = words.packet;

type Props = {
  view: PacketPlanView;
  plan: PacketPlan;
  /** The exhibit that somebody came to put into words. */
  wanted: string | null;
  onChange: (plan: PacketPlan) => void;
};

/** The evidence that is printed in the packet, in its order. */
export function ExhibitsTab({ view, plan, wanted, onChange }: Props) {
  const announce = useAnnounce();
  const [isAdding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(wanted);
  const { exhibits } = plan;
  const by = new Map(view.candidates.map((candidate) => [candidate.evidence, candidate]));
  const add = () => setAdding(true);
  useActions([{ id: "packet.exhibits", name: w.exhibitAdd, keys: "A", group: w.group, changes: true, run: add }]);

  // Whoever came from a check writes at once; whoever moved an exhibit stays with it.
  const focus = useRef(wanted === null ? null : exhibitWords(wanted));
  useEffect(() => {
    if (focus.current === null) return;
    document.getElementById(focus.current)?.focus();
    focus.current = null;
  });

  const move = (from: number, by: 1 | -1) => {
    const exhibit = exhibits[from];
    const to = from + by;
    if (!exhibit || to < 0 || to >= exhibits.length) return;
    focus.current = exhibitHead(exhibit.evidence);
    onChange(withExhibits(plan, moved(exhibits, from, to)));
    announce(w.movedTo(w.exhibitNumber(from + 1), to + 1, exhibits.length));
  };
  const remove = (at: number, title: string) => {
    const next = exhibits[at + 1] ?? exhibits[at - 1];
    focus.current = next ? exhibitHead(next.evidence) : ADD;
    onChange(withExhibits(plan, exhibits.filter((_, place) => place !== at)));
    announce(w.exhibitRemoved(title));
  };
  const shown = shownParts(plan);
  const canShow = plan.parts.some(({ part }) => part === "exhibits");
  return (
    <div className={styles.tab}>
      {exhibits.length > 0 && canShow && !shown.has("exhibits") && (
        <Note tone="warn">
          <p>{w.exhibitsLeftOut}</p>
          <p>
            <Button changes small onPress={() => onChange(showing(plan, new Set([...shown, "exhibits"])))}>
              {w.exhibitsShow}
            </Button>
          </p>
        </Note>
      )}
      {exhibits.length === 0 ? (
        <Empty icon="clip" title={w.exhibitsNone}>
          <p>{w.exhibitsNoneWords}</p>
        </Empty>
      ) : (
        <ol className={styles.exhibits} aria-label={w.exhibits}>
          {exhibits.map((exhibit, at) => {
            const candidate = by.get(exhibit.evidence) ?? null;
            return (
              <ExhibitItem
                key={exhibit.evidence}
                exhibit={exhibit}
                candidate={candidate}
                number={at + 1}
                last={exhibits.length}
                isOpen={open === exhibit.evidence}
                onOpen={() => setOpen(open === exhibit.evidence ? null : exhibit.evidence)}
                onChange={(next) =>
                  onChange(withExhibits(plan, exhibits.map((one, place) => (place === at ? next : one))))
                }
                onMove={(way) => move(at, way)}
                onRemove={() => remove(at, candidate?.title ?? w.exhibitNumber(at + 1))}
              />
            );
          })}
        </ol>
      )}
      <p>
        <Button changes id={ADD} icon="plus" keys="A" aria-keyshortcuts="a" onPress={add}>
          {w.exhibitAdd}
        </Button>
      </p>
      {isAdding && (
        <ExhibitDialog
          candidates={view.candidates}
          taken={new Set(exhibits.map(({ evidence }) => evidence))}
          onAdd={(chosen) => {
            const next = withExhibits(plan, [...exhibits, ...chosen.map(newExhibit)]);
            // Who adds exhibits wants them printed.
            const wants = canShow && exhibits.length === 0;
            onChange(wants ? showing(next, new Set([...shown, "exhibits", "exhibit-list"])) : next);
            setOpen(chosen[0] ?? null);
            announce(w.exhibitAdded(chosen.length));
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

/** The id of the button that adds. */
const ADD = "packet-add-exhibits";
