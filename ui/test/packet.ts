import type {
  ExhibitCandidate,
  LaidOutView,
  PacketCheck,
  PacketPart,
  PacketPlan,
  PacketPlanView,
} from "../src/bridge/generated/wire";

/** The parts that are enough for a test. */
const PARTS: readonly PacketPart[] = ["summary", "sections", "findings", "exhibits", "glossary"];

/** A plan as it is proposed. */
export function plan(part: Partial<PacketPlan> = {}): PacketPlan {
  return {
    audience: "client",
    parts: PARTS.map((one) => ({ part: one, shown: true })),
    paper: "letter",
    data: false,
    exhibits: [],
    ...part,
  };
}

/** Evidence that could be printed. */
export function candidate(id: string, part: Partial<ExhibitCandidate> = {}): ExhibitCandidate {
  return {
    evidence: id,
    title: `Item ${id}`,
    fileName: `${id}.pdf`,
    confidentiality: "client",
    phi: "no",
    isRedacted: false,
    hasRedacted: false,
    whyNot: "",
    ...part,
  };
}

/** What a packet consists of and could. */
export function planView(part: Partial<PacketPlanView> = {}): PacketPlanView {
  const held = part.plan ?? plan();
  return {
    plan: held,
    proposed: plan({ audience: held.audience }),
    candidates: [candidate("e1"), candidate("e2"), candidate("e3", { whyNot: "It is encrypted." })],
    templates: [],
    ...part,
  };
}

/** Something to know before a packet leaves. */
export function check(code: string, part: Partial<PacketCheck> = {}): PacketCheck {
  return { code, severity: "warn", sentence: `About ${code}.`, count: 1, control: null, evidence: null, ...part };
}

/** Pages of a plan: ten for each part that is shown, and one before them. */
export function laidOut(token: string, of: PacketPlan, part: Partial<LaidOutView> = {}): LaidOutView {
  const shown = of.parts.filter(({ shown: is }) => is);
  return {
    token,
    pages: 1 + 10 * shown.length,
    width: 612,
    height: 792,
    outline: shown.map(({ part: title }, at) => ({ level: 1, title, page: 1 + 10 * at })),
    excluded: [],
    checks: [],
    ...part,
  };
}
