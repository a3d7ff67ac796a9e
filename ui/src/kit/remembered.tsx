import { createContext, useCallback, useContext, useState, type ReactNode } from "react";

const Kept = createContext<Map<string, unknown> | null>(null);

/** Lets the screens below it remember how they were left, until the vault is locked. */
export function Remembered({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <Kept value={kept}>{children}</Kept>;
}

/** A state that is there again when its screen comes back: a chosen tab, a filter. It never
 * leaves the program, and is gone once the vault is locked. */
export function useRemembered<T>(name: string, start: T): [T, (value: T) => void] {
  const kept = useContext(Kept);
  const [value, setValue] = useState<T>(() =>
    kept?.has(name) ? (kept.get(name) as T) : start,
  );
  const set = useCallback(
    (next: T) => {
      kept?.set(name, next);
      setValue(next);
    },
    [kept, name],
  );
  return [value, set];
}
