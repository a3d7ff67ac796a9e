import { useRef, useState, type ReactNode } from "react";
import { Button } from "../kit/Button";
import { words } from "../words/en";

type Props<T> = {
  items: readonly T[];
  /** How many are shown before somebody asks for more. */
  first: number;
  /** Shows one item, as an item of a list. */
  children: (item: T) => ReactNode;
};

/** A list of things that are each worked on in place: the first of them, and more when asked,
 * so that hundreds cost nothing. */
export function Some<T>({ items, first, children }: Props<T>) {
  const [shown, setShown] = useState(first);
  const list = useRef<HTMLUListElement>(null);
  const rest = items.length - shown;
  const more = () => {
    setShown(shown + 5 * first);
    // The button may be gone; the focus stays in the list then.
    if (rest <= 5 * first) list.current?.focus();
  };
  return (
    <>
      <ul ref={list} tabIndex={-1}>
        {items.slice(0, shown).map(children)}
      </ul>
      {rest > 0 && (
        <p>
          <Button onPress={more}>{words.some.more(Math.min(rest, 5 * first), rest)}</Button>
        </p>
      )}
    </>
  );
}
