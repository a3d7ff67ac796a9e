import type { Finding, FindingKind, Framework } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { placed } from "../framework";

/** What is asked of a list of findings; nothing asks for all that are open. */
export type FindingFilter = {
  text: string;
  severity: number | null;
  kind: FindingKind | null;
  section: string | null;
  reply: "yes" | "no" | "settled" | null;
};

/** Asks for every open finding. */
export const everyOpen: FindingFilter = {
  text: "",
  severity: null,
  kind: null,
  section: null,
  reply: null,
};

/** Returns the findings that a filter asks for, in their order: the worst first. */
export function filtered(
  framework: Framework,
  findings: readonly Finding[],
  filter: FindingFilter,
): Finding[] {
  const places = new Map(placed(framework).map((place) => [place.control.id, place]));
  const wanted = filter.text.trim().toLowerCase();
  return findings.filter((finding) => {
    const place = places.get(finding.control);
    const isSettled = finding.standing === "settled";
    if (isSettled !== (filter.reply === "settled")) return false;
    const hasReply = finding.response.course !== "none";
    if (filter.reply === "yes" && !hasReply) return false;
    if (filter.reply === "no" && hasReply) return false;
    if (filter.severity !== null && finding.severity !== filter.severity) return false;
    if (filter.kind !== null && finding.kind !== filter.kind) return false;
    if (filter.section !== null && place?.section !== filter.section) return false;
    if (wanted === "") return true;
    const said = [
      finding.control,
      place?.control.label ?? "",
      finding.wording,
      finding.response.text,
      finding.response.owner,
      words.code.finding[finding.kind],
    ];
    return said.some((text) => text.toLowerCase().includes(wanted));
  });
}
