import file from "../../assets/catalogs/hipaa-ml-2026.11.json";
import type { Control, DatedFact, Framework, Gate, GateRule } from "../src/bridge/generated/wire";
import { placed } from "../src/desk/framework";

type Written = Omit<Control, "qualifiers"> & Partial<Pick<Control, "qualifiers">>;

type ControlRule = Extract<GateRule, { type: "control" }>;

function whole(rule: Omit<ControlRule, "qualifiers"> & Partial<ControlRule>): ControlRule {
  return { ...rule, qualifiers: rule.qualifiers ?? [] };
}

/** The real catalogue as the bridge hands it over: what the file leaves out is there, empty. */
export const framework: Framework = {
  ...(file as unknown as Framework),
  facts: (file.facts as Partial<DatedFact>[]).map((fact) => ({ controls: [], ...fact }) as unknown as DatedFact),
  gates: (file.gates as unknown as Gate[]).map((gate) => ({
    ...gate,
    when: gate.when.type === "control" ? whole(gate.when) : gate.when,
  })),
  sections: file.sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) => ({
      ...part,
      groups: part.groups.map((group) => ({
        ...group,
        controls: (group.controls as unknown as Written[]).map((control) => ({
          ...control,
          qualifiers: control.qualifiers ?? [],
        })),
      })),
    })),
  })),
};

/** Returns the first control of a class. */
export function controlOfClass(id: string): Control {
  const found = placed(framework).find(({ control }) => control.class === id);
  if (!found) throw new Error(`the catalogue has no control of class ${id}`);
  return found.control;
}
