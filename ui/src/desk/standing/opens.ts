import type { Framework, GateRule, ItemState, Standing } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import { controlOf } from "../framework";

const w = words.overview;

function either(states: readonly ItemState[]): string {
  const names = states.map((state) => `“${words.code.state[state]}”`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : w.gateOr(names.join(", "), last);
}

/** Returns what would open a closed gate, as sentences. */
export function opens(framework: Framework, standing: Standing, gate: string): string[] {
  const rule: GateRule | undefined = framework.gates.find(({ id }) => id === gate)?.when;
  if (!rule) return [];
  switch (rule.type) {
    case "control": {
      const known = controlOf(framework, rule.control)?.qualifiers ?? [];
      const names = known.filter((q) => rule.qualifiers.includes(q.id)).map((q) => q.label);
      return [
        w.gateOpens.control(either(rule.states)),
        ...(names.length > 0 ? [w.gateOpens.qualifiers(names.join(", "))] : []),
      ];
    }
    case "role-is":
    case "class":
      return [w.gateOpens.many(either(rule.states))];
    case "assurance-below":
      return [w.gateOpens.assurance(percent(rule.percent), percent(standing.all.assurance))];
  }
}
