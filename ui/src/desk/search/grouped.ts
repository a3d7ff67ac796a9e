import type { Find, FindKind } from "../../bridge/generated/wire";

/** What was found of one kind. */
export type FoundGroup = { kind: FindKind; finds: Find[] };

/** Returns finds by kind, in the order in which the kinds come. */
export function grouped(finds: readonly Find[]): FoundGroup[] {
  const groups = new Map<FindKind, Find[]>();
  for (const find of finds) {
    const group = groups.get(find.kind);
    if (group) group.push(find);
    else groups.set(find.kind, [find]);
  }
  return [...groups].map(([kind, of]) => ({ kind, finds: of }));
}

/** Returns a name for a find that no other find has. */
export function idOf(find: Find): string {
  const { kind, id, assessment, control, subject } = find;
  return [kind, id, assessment, control, subject].join(" ");
}
