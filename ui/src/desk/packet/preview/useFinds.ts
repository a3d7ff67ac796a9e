import { useEffect, useRef, useState } from "react";
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

/** Looks for words in pages that were laid out. Whoever looks for others is led to the first of
 * them from the page that is read on. */
export function useFinds(
  token: string,
  from: number,
  onFirst: (find: PacketFind, at: number, total: number) => void,
): Finds {
  const [text, setText] = useState("");
  const [sought, seek] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => seek(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const isSeeking = sought !== "" && text.trim() !== "";
  const asked = useAsk(
    "search_packet",
    { token, words: sought },
    { fresh: Infinity, enabled: isSeeking, keep: true },
  );
  const found = isSeeking ? (asked.data ?? null) : null;
  const led = useRef("");
  const answer = asked.isPlaceholderData ? null : found;
  const lead = useRef({ from, onFirst });
  useEffect(() => {
    lead.current = { from, onFirst };
  });
  useEffect(() => {
    if (sought === "") led.current = "";
    if (!answer || led.current === sought) return;
    led.current = sought;
    const first = Math.max(0, answer.finds.findIndex(({ page }) => page >= lead.current.from));
    setAt(first);
    const find = answer.finds[first];
    if (find) lead.current.onFirst(find, first, answer.total);
  }, [answer, sought]);
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
