import type { Control, Framework, Section } from "../bridge/generated/wire";

/** A control with where it stands in the tree. */
type Placed = { control: Control; section: string; part: string; group: string };

/** Returns all controls in order, each with its place. */
export function placed(framework: Framework): Placed[] {
  return framework.sections.flatMap((section) =>
    section.parts.flatMap((part) =>
      part.groups.flatMap((group) =>
        group.controls.map((control) => ({
          control,
          section: section.id,
          part: part.id,
          group: group.id,
        })),
      ),
    ),
  );
}

/** Returns one control. */
export function controlOf(framework: Framework, id: string): Control | undefined {
  return placed(framework).find((p) => p.control.id === id)?.control;
}

/** Returns the controls of a section. */
export function controlsIn(section: Section): Control[] {
  return section.parts.flatMap((part) => part.groups.flatMap((group) => group.controls));
}

/** Returns the words of codes, such as owners, in a sentence. */
export function labels(codes: readonly { id: string; label: string }[], ids: readonly string[]) {
  return ids.map((id) => codes.find((code) => code.id === id)?.label ?? id).join(", ");
}

/** Returns the word for a severity weight. */
export function severityWord(framework: Framework, weight: number): string {
  return framework.severities.find((s) => s.weight === weight)?.label ?? String(weight);
}
