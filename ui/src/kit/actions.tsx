import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { hearKeys, keyName, type Pressed } from "./keys";
import { useReadOnly } from "./readOnly";

/** Something that a person can do on the screen in view. */
export type Action = {
  /** A stable name; of two with the same one the inner one counts. */
  id: string;
  /** What it does, as a person reads it. */
  name: string;
  /** The key as it is shown: `J`, `Ctrl+K`. */
  keys?: string;
  /** The heading under which it is listed. */
  group?: string;
  run: () => void;
  /** Listed, but does not run. */
  isDisabled?: boolean;
  /** Its key works over an open dialog too. */
  overDialogs?: boolean;
  /** It leads to a change: it does not run where one can only read. */
  changes?: boolean;
};

/** What says whether a list looks otherwise than before; what `run` does shows nowhere. */
function looks(actions: readonly Action[]): string {
  return JSON.stringify(
    actions.map(({ id, name, keys, group, isDisabled }) => [id, name, keys, group, isDisabled]),
  );
}

/** Everything that can be done now, from the outermost screen to the innermost. */
export class Actions {
  private readonly levels = new Map<number, readonly Action[]>();
  private readonly hearers = new Set<() => void>();
  private next = 0;
  private listed: readonly Action[] = [];

  /** Returns a place for a list. A screen is asked for before what stands in it, so the later
   * place is the inner one. */
  place(): number {
    this.next += 1;
    return this.next;
  }

  /** Puts a list in its place. */
  put(place: number, actions: readonly Action[]): void {
    const before = this.levels.get(place);
    this.levels.set(place, actions);
    if (!before || looks(before) !== looks(actions)) this.told();
  }

  /** Takes a list away. */
  drop(place: number): void {
    if (this.levels.delete(place)) this.told();
  }

  /** Does what a key stands for, and returns whether something was done. */
  press(key: string, where: Pressed): boolean {
    const action = this.list().find(({ keys }) => keys !== undefined && keyName(keys) === key);
    if (!action || action.isDisabled || (where === "dialog" && !action.overDialogs)) return false;
    action.run();
    return true;
  }

  /** Returns all actions, the innermost screen's first. The same list until it looks otherwise. */
  readonly list = (): readonly Action[] => this.listed;

  /** Hears when the list looks otherwise. */
  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  };

  private told(): void {
    const ids = new Set<string>();
    const taken = new Set<string>();
    const listed: Action[] = [];
    for (const place of [...this.levels.keys()].sort((a, b) => b - a)) {
      for (const action of this.levels.get(place) ?? []) {
        if (ids.has(action.id)) continue;
        ids.add(action.id);
        const { id, keys, ...rest } = action;
        const key = keys === undefined ? undefined : keyName(keys);
        const own = keys !== undefined && key !== undefined && !taken.has(key);
        if (own) taken.add(key);
        const run = () => this.latest(place, id)?.run();
        listed.push({ ...rest, id, run, ...(own ? { keys } : {}) });
      }
    }
    this.listed = listed;
    for (const hearer of this.hearers) hearer();
  }

  private latest(place: number, id: string): Action | undefined {
    return this.levels.get(place)?.find((action) => action.id === id);
  }
}

const ActionsContext = createContext<Actions | null>(null);

function useAll(): Actions {
  const all = useContext(ActionsContext);
  if (!all) throw new Error("no ActionsProvider stands above this component");
  return all;
}

/** Holds the actions of all screens below it and listens to their keys. */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const [all] = useState(() => new Actions());
  useEffect(() => hearKeys((key, where) => all.press(key, where)), [all]);
  return <ActionsContext.Provider value={all}>{children}</ActionsContext.Provider>;
}

/** Offers actions while the component is there: their keys work, and the palette and the page
 * of keys list them. What they do may change with every rendering. */
export function useActions(actions: readonly Action[]): void {
  const all = useAll();
  const isReadOnly = useReadOnly();
  const [place] = useState(() => all.place());
  useLayoutEffect(() => {
    const held = (action: Action) =>
      action.changes && isReadOnly ? { ...action, isDisabled: true } : action;
    all.put(place, actions.map(held));
  });
  useLayoutEffect(() => () => all.drop(place), [all, place]);
}

/** Returns everything that can be done now, the innermost screen's actions first. */
export function useActionList(): readonly Action[] {
  const all = useAll();
  return useSyncExternalStore(all.hear, all.list);
}
