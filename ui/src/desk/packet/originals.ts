import type { Audience, Evidence } from "../../bridge/generated/wire";

/** Which originals go along. */
export type Originals = "none" | "all" | "chosen";

/** Returns the evidence whose files can go into a record: what has one and still counts. */
export function withFiles(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(({ attachment, withdrawn }) => attachment !== null && withdrawn === null);
}

/** Whether evidence is for the working papers only, and none are in the record. */
export function isKept(evidence: Evidence, audiences: ReadonlySet<Audience>): boolean {
  return evidence.confidentiality === "working-only" && !audiences.has("working");
}

/** Returns the evidence that goes along. */
export function goingAlong(
  files: readonly Evidence[],
  which: Originals,
  chosen: ReadonlySet<string>,
  audiences: ReadonlySet<Audience>,
): readonly Evidence[] {
  switch (which) {
    case "none":
      return [];
    case "all":
      return files.filter((one) => !isKept(one, audiences));
    case "chosen":
      return files.filter(({ id }) => chosen.has(id));
  }
}

/** How many of them hold health information, as far as anybody knows. */
export function withPhi(files: readonly Evidence[]): number {
  return files.filter(({ phi, redacts }) => phi !== "no" && !redacts).length;
}
