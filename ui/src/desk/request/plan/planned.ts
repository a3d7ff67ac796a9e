import type { PlanChange } from "../../../bridge/generated/wire";

/** What would change of one request. */
export type Planned = {
  request: string;
  control: string;
  artefact: string;
  changes: PlanChange[];
};

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
