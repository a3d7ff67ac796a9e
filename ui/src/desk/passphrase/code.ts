/** Groups in a recovery code. */
export const GROUPS = 8;

/** Digits in a group. */
export const DIGITS = 6;

/** What a group shows of itself, as it stands. */
export type GroupState = "empty" | "short" | "wrong" | "right";

/** Every group is sixteen bits times eleven, so that a slip of the pen is seen at once. */
const TIMES = 11;
const MOST = 65_535 * TIMES;

/** Returns whether what stands in a group can be right. */
export function stateOf(group: string): GroupState {
  if (group === "") return "empty";
  if (group.length < DIGITS) return "short";
  const number = Number(group);
  return number % TIMES === 0 && number <= MOST ? "right" : "wrong";
}

/** Returns an empty code. */
export function noGroups(): string[] {
  return Array.from({ length: GROUPS }, () => "");
}

/** Puts digits into the groups from one of them on, whatever stands between the digits; those
 * that do not fit are left out. Returns the groups and the one in which the digits end. */
export function fill(
  groups: readonly string[],
  from: number,
  text: string,
): { groups: string[]; last: number } {
  const digits = text.replaceAll(/\D/gu, "");
  const next = [...groups];
  const count = Math.min(Math.ceil(digits.length / DIGITS), GROUPS - from);
  for (let group = 0; group < count; group += 1) {
    next[from + group] = digits.slice(group * DIGITS, (group + 1) * DIGITS);
  }
  return { groups: next, last: from + Math.max(0, count - 1) };
}

/** Returns whether all groups can be right. */
export function isWhole(groups: readonly string[]): boolean {
  return groups.every((group) => stateOf(group) === "right");
}
