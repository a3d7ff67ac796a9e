import { useMemo, useState } from "react";
import { useActionList } from "../kit/actions";
import { Finder } from "../kit/Finder";
import { Keys } from "../kit/Keys";
import { Empty } from "../kit/State";
import { usePlace } from "../view/place";
import { words } from "../words/en";
import { matches } from "./matches";
import { usePlaces } from "./usePlaces";
import styles from "./Palette.module.css";

const w = words.palette;

/** Something that the palette offers. */
type Offer = { id: string; group: string; name: string; keys?: string; run: () => void };

/** Everything that can be done now and everywhere one can go, found by typing. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { go } = usePlace();
  const [text, setText] = useState("");
  const actions = useActionList();
  const places = usePlaces(isOpen);

  const offers = useMemo((): Offer[] => {
    if (!isOpen) return [];
    const doable = actions.filter(({ id, isDisabled }) => !isDisabled && id !== "palette");
    return [
      ...doable.map((action) => ({ ...action, group: action.group ?? w.here })),
      ...places.map(({ place, ...way }) => ({ ...way, run: () => go(place) })),
    ];
  }, [isOpen, actions, places, go]);
  const matched = useMemo(() => matches(offers, text), [offers, text]);
  const groups = useMemo(
    () =>
      matched.map(({ group, things, more }) => ({
        id: group,
        title: more > 0 ? `${group} · ${w.more(more)}` : group,
        items: things.map(({ id, name, keys }) => ({
          id,
          text: name,
          content: (
            <span className={styles.offer}>
              <span className={styles.name}>{name}</span>
              {keys && <Keys keys={keys} />}
            </span>
          ),
        })),
      })),
    [matched],
  );

  return (
    <Finder
      title={w.title}
      label={w.label}
      listLabel={w.actions}
      isOpen={isOpen}
      onClose={() => {
        setText("");
        onClose();
      }}
      text={text}
      onText={setText}
      groups={groups}
      onChoose={(id) => {
        const offer = [...actions, ...places].find((one) => one.id === id);
        if (!offer) return;
        if ("run" in offer) offer.run();
        else go(offer.place);
      }}
      empty={<Empty icon="search" title={w.none} />}
    />
  );
}
