import { createContext, useContext } from "react";

/** Where panes keep how wide they were made. */
type Widths = {
  of: (name: string) => number | undefined;
  keep: (name: string, width: number) => void;
};

const WidthsContext = createContext<Widths>({ of: () => undefined, keep: () => undefined });

/** Gives the panes below it a place to keep their widths. */
export const WidthsProvider = WidthsContext.Provider;

/** Returns the kept widths. */
export function useWidths(): Widths {
  return useContext(WidthsContext);
}
