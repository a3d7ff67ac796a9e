import type { Figures, Framework, ItemStanding, Standing } from "../../bridge/generated/wire";
import { controlsIn } from "../framework";

/** What a figure is over: the provisions, all items, or one section by its id. */
export type Over = "provisions" | "all" | (string & {});

/** What a figure came from: its rows, and the sums that its percentages are made of. */
type Behind = {
  figures: Figures;
  items: ItemStanding[];
  weights: number;
  values: number;
  provenWeights: number;
  proofs: number;
};

/** Returns what an item weighs. */
export function weightOf(item: ItemStanding): number {
  return item.severity * item.classWeight;
}

function sum(items: readonly ItemStanding[], of: (item: ItemStanding) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Returns what stands behind a figure. */
export function behind(framework: Framework, standing: Standing, over: Over): Behind {
  const section = framework.sections.find((s) => s.id === over);
  const inside = new Set(section ? controlsIn(section).map((c) => c.id) : []);
  const items = standing.items.filter((item) => {
    if (over === "all") return true;
    return over === "provisions" ? item.restsOnProvision : inside.has(item.control);
  });
  const apply = items.filter((item) => item.state !== "not-applicable");
  const inPlace = apply.filter((item) => item.value > 0);
  const ofSection = standing.sections.find((s) => s.section === over)?.figures;
  return {
    figures: ofSection ?? (over === "provisions" ? standing.provisions : standing.all),
    items,
    weights: sum(apply, weightOf),
    values: sum(apply, (item) => item.value * weightOf(item)),
    provenWeights: sum(inPlace, weightOf),
    proofs: sum(inPlace, (item) => item.assurance * weightOf(item)),
  };
}
