import { useEffect, useSyncExternalStore } from "react";
import type { AnswerRow, AnswerWords, ControlView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import type { Saver, SaveState } from "../../bridge/saver";
import { useSavers } from "../../bridge/savers";

/** An answer being written. Who shows a part of it hears of that part only: a keystroke in a
 * long note draws nothing but the note. */
export type AnswerDraft = Saver<AnswerWords>;

/** What was said but for the note. */
export type Said = Omit<AnswerWords, "note">;

/** Returns the draft of an answer. It is saved as it is written, and on leaving. */
export function useAnswerDraft(view: ControlView, row: AnswerRow): AnswerDraft {
  const tell = useTell();
  const { assessment, control } = view;
  const { subject, words: held } = row;
  const draft = useSavers().of(
    `answer ${assessment} ${control} ${subject}`,
    held,
    async (words) => (await tell("answer", { assessment, control, subject, words })).saved,
  );
  useEffect(() => draft.adopt(held), [draft, held]);
  useEffect(() => () => void draft.flush(), [draft]);
  return draft;
}

/** Changes a part of an answer; `now` for a choice, `soon` while somebody types. */
export function change(draft: AnswerDraft, part: Partial<AnswerWords>, when: "now" | "soon"): void {
  draft.write({ ...draft.value, ...part }, when);
}

const kept = new WeakMap<AnswerDraft, AnswerWords>();

function saidOf(draft: AnswerDraft): Said {
  const was = kept.get(draft);
  const now = draft.value;
  const names = Object.keys(now) as (keyof AnswerWords)[];
  if (was && names.every((name) => name === "note" || was[name] === now[name])) return was;
  kept.set(draft, now);
  return now;
}

/** Returns what was said; the same value while only the note changes. */
export function useSaid(draft: AnswerDraft): Said {
  return useSyncExternalStore(draft.hear, () => saidOf(draft));
}

/** Returns the note. */
export function useNote(draft: AnswerDraft): string {
  return useSyncExternalStore(draft.hear, () => draft.value.note);
}

const states = new WeakMap<AnswerDraft, SaveState>();

function stateOf(draft: AnswerDraft): SaveState {
  const was = states.get(draft);
  const now = draft.state;
  if (was?.is === now.is && (now.is === "waiting" || now.is === "saving")) return was;
  states.set(draft, now);
  return now;
}

/** Returns whether what is written is in the vault; the same value while one types on. */
export function useSaveState(draft: AnswerDraft): SaveState {
  return useSyncExternalStore(draft.hear, () => stateOf(draft));
}
