import { useEffect, useState } from "react";
import type { PacketFind, PacketFindsView } from "../../../bridge/generated/wire";
import { useAsk } from "../../../bridge/queries";

/** How long somebody pauses before what they typed is looked for. */
const PAUSE = 120;

export type Finds = {
  text: string;
  setText: (text: string) => void;
  /** What was found of it in the pages that are shown; nothing while nothing is looked for. */
  found: PacketFindsView | null;
  /** Which of the finds one is at; nothing when there are none. */
  at: number | null;
  here: PacketFind | null;
  /** Goes on by so many finds, around the ends, and returns where that is. */
  step: (by: 1 | -1) => { find: PacketFind; at: number } | null;
};

/** Looks for words in pages that were laid out. */
export function useFinds(token: string): Finds {
  const [text, setText] = useState("");
  const [sought, seek] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      seek(text.trim());
      setAt(0);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const isSeeking = sought !== "" && text.trim() !== "";
  const asked = useAsk(
    "search_packet",
    { token, words: sought },
    { fresh: Infinity, enabled: isSeeking, keep: true },
  );
  const found = isSeeking ? (asked.data ?? null) : null;
  const many = found?.finds.length ?? 0;
  const place = many === 0 ? null : Math.min(at, many - 1);
  const step = (by: 1 | -1) => {
    if (place === null) return null;
    const next = (place + by + many) % many;
    setAt(next);
    const find = found?.finds[next];
    return find ? { find, at: next } : null;
  };
  const here = place === null ? null : (found?.finds[place] ?? null);
  return { text, setText, found, at: place, here, step };
}
