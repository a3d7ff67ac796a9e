import type { Issue } from "../../bridge/generated/wire";
import { words } from "../../words/en";

const w = words.issued;

/** Returns what was issued, in words. */
export function whatOf({ kind, audience }: Issue): string {
  return w.what(w.kinds[kind], audience === null ? null : w.audiences[audience]);
}

/** Returns a name by the id of an assessment. */
export type TitleOf = (assessment: string) => string;
