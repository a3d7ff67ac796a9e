import type { AssessmentRow, LibraryView } from "../bridge/generated/wire";
import type { OrganisationRow } from "./libraryColumns";

/** Which assessments the library shows. */
export type Shown = "used" | "draft" | "final" | "archived";

/** What is asked of the library. */
export type LibraryFilter = { text: string; show: Shown };

function isShown(row: AssessmentRow, show: Shown): boolean {
  if (show === "archived") return row.archived;
  return !row.archived && (show === "used" || row.stage === show);
}

/** Returns what the library shows, and how many assessments it is chosen from. */
export function shelved(
  view: LibraryView,
  { text, show }: LibraryFilter,
): { assessments: AssessmentRow[]; of: number; organisations: OrganisationRow[] } {
  const wanted = text.trim().toLowerCase();
  const holds = (...texts: string[]) => texts.some((t) => t.toLowerCase().includes(wanted));
  const kept = view.assessments.filter((row) => isShown(row, show));
  const counts = new Map<string, number>();
  for (const { organisation } of view.assessments) {
    counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
  }
  return {
    assessments: kept.filter((row) => holds(row.title, row.organisationName)),
    of: kept.length,
    organisations: view.organisations
      .filter((one) => holds(one.name, one.kind))
      .map((one) => ({ ...one, assessments: counts.get(one.id) ?? 0 })),
  };
}
