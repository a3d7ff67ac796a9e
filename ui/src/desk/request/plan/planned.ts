import type { PlanChange } from "../../../bridge/generated/wire";

/** What would change of one request. */
export type Planned = {
  request: string;
  control: string;
  artefact: string;
  changes: PlanChange[];
};

/** Returns the changes that would be made: what was changed here too is left as it is. */
export function applying(changes: readonly PlanChange[]): PlanChange[] {
  return changes.filter(({ conflicts }) => !conflicts);
}

/** Puts changes of the same request together, in the order in which they came. */
export function byRequest(changes: readonly PlanChange[]): Planned[] {
  const found = new Map<string, Planned>();
  for (const change of changes) {
    const { request, control, artefact } = change;
    const known = found.get(request);
    if (known) known.changes.push(change);
    else found.set(request, { request, control, artefact, changes: [change] });
  }
  return [...found.values()];
}
