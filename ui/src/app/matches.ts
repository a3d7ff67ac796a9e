/** How many things of one group are listed at most while nothing was typed, and then. */
const BRIEF = 6;
const LONG = 12;

type Named = { group: string; name: string };

/** Things of one group, and how many more there are than these. */
export type Matched<T> = { group: string; things: T[]; more: number };

/** Returns the things whose group or name holds every word that was typed, by group in the order
 * in which the groups come. What begins with the words goes first, and its group too. */
export function matches<T extends Named>(all: readonly T[], typed: string): Matched<T>[] {
  const text = typed.trim().toLowerCase();
  const wanted = text.split(/\s+/u).filter(Boolean);
  const most = wanted.length === 0 ? BRIEF : LONG;
  const groups = new Map<string, T[]>();
  for (const thing of all) {
    const said = `${thing.group} ${thing.name}`.toLowerCase();
    if (!wanted.every((word) => said.includes(word))) continue;
    const group = groups.get(thing.group);
    if (group) group.push(thing);
    else groups.set(thing.group, [thing]);
  }
  const begins = ({ name }: Named) => (name.toLowerCase().startsWith(text) ? 0 : 1);
  return [...groups]
    .map(([group, things]) => ({ group, all: [...things].sort((a, b) => begins(a) - begins(b)) }))
    .sort((a, b) => Math.min(...a.all.map(begins)) - Math.min(...b.all.map(begins)))
    .map(({ group, all: found }) => ({
      group,
      things: found.slice(0, most),
      more: Math.max(0, found.length - most),
    }));
}
