import { createContext, useContext } from "react";

const ReadOnlyContext = createContext(false);

/** Says whether the fields below it can only be read. */
export const ReadOnly = ReadOnlyContext.Provider;

/** Returns whether a field can only be read here. */
export function useReadOnly(): boolean {
  return useContext(ReadOnlyContext);
}
