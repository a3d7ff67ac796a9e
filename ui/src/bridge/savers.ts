import { createContext, useContext, useEffect, useReducer, useSyncExternalStore } from "react";
import type { Fault } from "./generated/wire";
import { Saver, type SaveState } from "./saver";

/** All drafts of the program, by name. */
export class Savers {
  private all = new Map<string, Saver<unknown>>();
  private hearers = new Set<() => void>();

  /** Returns the draft of a name, made from what the workbench holds when it is new. */
  of<T>(name: string, value: T, save: (value: T) => Promise<string>): Saver<T> {
    const known = this.all.get(name) as Saver<T> | undefined;
    if (known) {
      known.through(save);
      return known;
    }
    const made = new Saver(value, save);
    this.all.set(name, made as Saver<unknown>);
    made.hear(() => this.tell());
    return made;
  }

  /** How many drafts could not be saved, wherever their screens are. */
  get failed(): number {
    return [...this.all.values()].filter((saver) => saver.state.is === "failed").length;
  }

  /** Hears each change of any draft until the function it returns is called. */
  hear = (hear: () => void): (() => void) => {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  };

  private tell(): void {
    for (const hear of this.hearers) hear();
  }

  /** Saves everything; returns the faults of what could not be saved. */
  async flush(): Promise<Fault[]> {
    await Promise.all([...this.all.values()].map((saver) => saver.flush()));
    return [...this.all.values()].flatMap((saver) =>
      saver.state.is === "failed" ? [saver.state.fault] : [],
    );
  }

  /** Forgets everything, when the vault was locked. */
  clear(): void {
    for (const saver of this.all.values()) saver.drop();
    this.all.clear();
    this.tell();
  }
}

const SaversContext = createContext(new Savers());

/** Gives the screens below it one place for drafts. */
export const SaversProvider = SaversContext.Provider;

/** Returns the drafts. */
export function useSavers(): Savers {
  return useContext(SaversContext);
}

/** Returns how many drafts could not be saved. */
export function useFailed(): number {
  const savers = useSavers();
  return useSyncExternalStore(savers.hear, () => savers.failed);
}

/** What a screen needs of a draft. */
export type Draft<T> = {
  value: T;
  state: SaveState;
  write: (value: T, when: "now" | "soon") => void;
  retry: () => void;
};

/** Returns the draft of a name: what is shown while it is written and saved. */
export function useDraft<T>(
  name: string,
  held: T,
  save: (value: T) => Promise<string>,
): Draft<T> {
  const savers = useSavers();
  const saver = savers.of(name, held, save);
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => saver.hear(again), [saver]);
  useEffect(() => saver.adopt(held), [saver, held]);
  // Leaving the place saves at once what still waits for its pause.
  useEffect(() => () => void saver.flush(), [saver]);
  return {
    value: saver.value,
    state: saver.state,
    write: (value, when) => saver.write(value, when),
    retry: () => void saver.flush(),
  };
}
