import { useEffect, useRef } from "react";
import { useAnnounce } from "../Announcer";
import { words } from "../../words/en";

type Rows = {
  /** The keys of the rows in the order in which they are shown. */
  keys: readonly string[];
  chosen: ReadonlySet<string> | undefined;
  onChosen: ((chosen: ReadonlySet<string>) => void) | undefined;
};

/** What a grid can do with the rows that are chosen, or nothing when none can be. */
export type Chosen = {
  has: (key: string) => boolean;
  /** Whether all rows that are shown are chosen, some, or none. */
  shown: "all" | "some" | "none";
  toggle: (row: number) => void;
  /** Chooses all rows from where the range began to this one. */
  reach: (from: number, to: number) => void;
  /** Ends a range, so that the next one begins where the focus is. */
  rest: () => void;
  all: () => void;
  toggleAll: () => void;
};

/** Keeps which rows of a grid are chosen, and says how many. */
export function useChosen({ keys, chosen, onChosen }: Rows): Chosen | null {
  const announce = useAnnounce();
  const range = useRef<{ from: string; base: ReadonlySet<string> } | null>(null);
  const count = chosen?.size ?? 0;
  const said = useRef(count);
  useEffect(() => {
    if (said.current !== count) announce(words.kit.chosen(count));
    said.current = count;
  }, [announce, count]);
  if (!chosen || !onChosen) return null;

  const inView = keys.filter((key) => chosen.has(key)).length;
  const shown = inView === 0 ? "none" : inView === keys.length ? "all" : "some";
  const all = () => onChosen(new Set([...chosen, ...keys]));
  return {
    has: (key) => chosen.has(key),
    shown,
    all,
    toggleAll: () => {
      if (shown !== "all") all();
      else {
        const left = new Set(chosen);
        for (const key of keys) left.delete(key);
        onChosen(left);
      }
    },
    toggle: (row) => {
      const key = keys[row];
      if (key === undefined) return;
      const next = new Set(chosen);
      if (!next.delete(key)) next.add(key);
      range.current = { from: key, base: next };
      onChosen(next);
    },
    reach: (from, to) => {
      const start = keys[from];
      if (start === undefined) return;
      range.current ??= { from: start, base: chosen };
      const began = keys.indexOf(range.current.from);
      const begin = began < 0 ? from : began;
      const inside = keys.slice(Math.min(begin, to), Math.max(begin, to) + 1);
      onChosen(new Set([...range.current.base, ...inside]));
    },
    rest: () => {
      range.current = null;
    },
  };
}
