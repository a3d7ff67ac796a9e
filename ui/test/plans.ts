import type { ExportedFile, PlanChange, PlanImportView } from "../src/bridge/generated/wire";

/** A file that was written. */
export function writtenFile(name: string, part: Partial<ExportedFile> = {}): ExportedFile {
  return { name, folder: "/home/somebody/Desk", pages: null, sha256: "9f31c2d4".repeat(8), warnings: [], ...part };
}

/** One change that a filled-in evidence plan would make. */
export function change(request: string, part: Partial<PlanChange> = {}): PlanChange {
  return {
    request,
    control: "ADM-SO-1",
    artefact: `Artefact ${request}`,
    field: "state",
    before: "Wanted",
    after: "Received",
    conflicts: false,
    ...part,
  };
}

/** What a filled-in evidence plan would change. */
export function found(part: Partial<PlanImportView> = {}): PlanImportView {
  return { file: "plan.xlsx", token: "t1", changes: [], refused: [], unchanged: 0, notes: [], ...part };
}
