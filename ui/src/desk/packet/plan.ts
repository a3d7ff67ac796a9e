import type {
  Audience,
  Exhibit,
  PacketCheck,
  PacketPart,
  PacketPlan,
  PartChoice,
} from "../../bridge/generated/wire";

/** The audiences, the shortest packet first. */
export const AUDIENCES: readonly Audience[] = ["leadership", "client", "working"];

/** Parts in which private notes may stand. */
export const PRIVATE: ReadonlySet<PacketPart> = new Set(["working-notes", "trail"]);

/** Returns a list in which one item stands elsewhere. What would leave the list stays. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.filter((_, place) => place !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Returns a plan whose parts stand in another order. */
export function withParts(plan: PacketPlan, parts: readonly PartChoice[]): PacketPlan {
  return { ...plan, parts: [...parts] };
}

/** Returns a plan that shows exactly these parts. */
export function showing(plan: PacketPlan, shown: ReadonlySet<string>): PacketPlan {
  return withParts(
    plan,
    plan.parts.map((choice) => ({ ...choice, shown: shown.has(choice.part) })),
  );
}

/** Returns the names of the parts that are shown. */
export function shownParts(plan: PacketPlan): ReadonlySet<PacketPart> {
  return new Set(plan.parts.filter(({ shown }) => shown).map(({ part }) => part));
}

/** Returns a plan with the exhibits changed. */
export function withExhibits(plan: PacketPlan, exhibits: readonly Exhibit[]): PacketPlan {
  return { ...plan, exhibits: [...exhibits] };
}

/** Returns what another plan has of parts, taken into this one: exhibits stay. */
export function withPartsOf(plan: PacketPlan, other: PacketPlan): PacketPlan {
  return { ...plan, parts: other.parts };
}

/** Returns what a template holds, taken into a plan: exhibits belong to their assessment. */
export function fromTemplate(plan: PacketPlan, template: PacketPlan): PacketPlan {
  return { ...template, audience: plan.audience, exhibits: plan.exhibits };
}

/** Returns evidence as an exhibit that nobody has described yet. */
export function newExhibit(evidence: string): Exhibit {
  return { evidence, pages: "", caption: "", alternative: "" };
}

const RANGES = /^\s*\d+\s*(?:-\s*\d+\s*)?(?:,\s*\d+\s*(?:-\s*\d+\s*)?)*$/u;

/** Whether a choice of pages can be read, such as "1-3, 7"; nothing means all. */
export function arePages(text: string): boolean {
  if (text.trim() === "") return true;
  if (!RANGES.test(text)) return false;
  return text.split(",").every((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return from > 0 && to >= from;
  });
}

const PICTURES = /\.(?:png|jpe?g|gif|webp|bmp|tiff?)$/iu;

/** Whether a file may have pages to choose from. */
export function hasPages(fileName: string): boolean {
  return !PICTURES.test(fileName);
}

/** What is put right where an exhibit is described; the rest at the evidence itself. */
const OF_EXHIBITS = new Set([
  "alternative",
  "cut",
  "has-redacted",
  "pages",
  "phi-exhibit",
  "restricted",
  "unshown",
]);

/** What a check leads to. */
export type Lead =
  | { to: "control"; control: string }
  | { to: "exhibit"; evidence: string }
  | { to: "evidence"; evidence: string };

/** Returns where what was found can be put right; nothing when it is not in one place. */
export function leadOf(check: PacketCheck, plan: PacketPlan): Lead | null {
  const { code, control, evidence } = check;
  if (evidence !== null) {
    const isExhibit = plan.exhibits.some((exhibit) => exhibit.evidence === evidence);
    return isExhibit && OF_EXHIBITS.has(code)
      ? { to: "exhibit", evidence }
      : { to: "evidence", evidence };
  }
  return control === null ? null : { to: "control", control };
}

/** Returns the checks of one weight. */
export function weighing(checks: readonly PacketCheck[], severity: PacketCheck["severity"]) {
  return checks.filter((check) => check.severity === severity);
}
