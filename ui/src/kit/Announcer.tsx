import { createContext, useCallback, useContext, useState, type ReactNode } from "react";

const Announce = createContext<(sentence: string) => void>(() => undefined);

/** Returns a function that has a sentence read out without moving the focus. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(Announce);
}

/** Holds the one polite live region. The same sentence twice is read twice. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", turn: 0 });
  const announce = useCallback(
    (sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })),
    [],
  );
  return (
    <Announce.Provider value={announce}>
      {children}
      {/* The attribute keeps it heard while a dialog hides the rest. */}
      <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer="true">
        <span key={said.turn}>{said.sentence}</span>
      </div>
    </Announce.Provider>
  );
}
