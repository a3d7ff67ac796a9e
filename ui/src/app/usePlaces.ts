import { useMemo } from "react";
import { useAsk } from "../bridge/queries";
import { placed } from "../desk/framework";
import { usePlace, type Part, type Place, type VaultPart } from "../view/place";
import { words } from "../words/en";

/** Somewhere to go. */
export type Way = { id: string; group: string; name: string; place: Place };

const w = words.palette;
const parts: [Part, string][] = [
  ["desk", words.frame.desk],
  ["overview", words.overview.title],
  ["evidence", words.frame.evidence],
  ["requests", words.frame.requests],
  ["scope", words.frame.scope],
  ["paper", w.print],
];

const vaultParts: [VaultPart, string][] = [
  ["people", words.vaultView.tabs.people],
  ["trail", words.vaultView.tabs.trail],
  ["documents", words.vaultView.tabs.documents],
  ["health", words.vaultView.tabs.health],
  ["program", words.vaultView.tabs.program],
];

/** Returns every place that one can go to from here, the nearest first. */
export function usePlaces(wanted: boolean): readonly Way[] {
  const { place } = usePlace();
  const library = useAsk("library", {}, { enabled: wanted });
  const at = place.at === "assessment" ? place.assessment : null;
  const file = useAsk("assessment", { assessment: at ?? "" }, { enabled: wanted && at !== null });
  const digest = file.data?.assessment.framework.digest ?? null;
  const edition = useAsk(
    "framework",
    { digest },
    { fresh: Infinity, enabled: wanted && digest !== null },
  );
  return useMemo(() => {
    const go = (assessment: string, part: Part, control: string | null = null): Place => ({
      at: "assessment",
      assessment,
      part,
      control,
    });
    const ways: Way[] = [];
    if (at !== null) {
      for (const [part, name] of parts) {
        ways.push({ id: `part-${part}`, group: w.goTo, name, place: go(at, part) });
      }
    }
    ways.push({ id: "library", group: w.goTo, name: words.frame.library, place: { at: "library" } });
    for (const [part, name] of vaultParts) {
      ways.push({ id: `vault-${part}`, group: w.vault, name, place: { at: "vault", part } });
    }
    if (at !== null && edition.data) {
      for (const { control } of placed(edition.data.framework)) {
        const name = `${control.id} ${control.label}`;
        ways.push({
          id: `control-${control.id}`,
          group: w.controls,
          name,
          place: go(at, "desk", control.id),
        });
      }
    }
    for (const { id, title, organisationName } of library.data?.assessments ?? []) {
      const name = `${title}, ${organisationName}`;
      ways.push({ id: `assessment-${id}`, group: w.assessments, name, place: go(id, "desk") });
    }
    for (const { id, name } of library.data?.organisations ?? []) {
      ways.push({
        id: `organisation-${id}`,
        group: w.organisations,
        name,
        place: { at: "organisation", organisation: id },
      });
    }
    return ways;
  }, [at, edition.data, library.data]);
}
