import type { Find } from "../bridge/generated/wire";
import type { Place } from "../view/place";

/** Returns where a find is to be seen, from where one is now: a control of the catalogue itself
 * is to be seen in the assessment in view. */
export function placeOf(find: Find, here: Place): Place {
  const { kind, id, organisation, assessment, control, subject } = find;
  const library: Place = { at: "library" };
  const within = assessment ?? (here.at === "assessment" ? here.assessment : null);
  switch (kind) {
    case "organisation":
      return { at: "organisation", organisation: id };
    case "person":
    case "system":
    case "vendor":
    case "site":
      return organisation === null ? library : { at: "organisation", organisation, shown: id };
    case "assessment":
      return { at: "assessment", assessment: id, part: "desk", control: null };
    case "evidence":
    case "request": {
      if (assessment === null) return library;
      const part = kind === "evidence" ? "evidence" : "requests";
      return { at: "assessment", assessment, part, control, shown: id };
    }
    case "control":
    case "answer":
    case "working-note":
    case "observation":
    case "finding":
      if (within === null) return library;
      return {
        at: "assessment",
        assessment: within,
        part: "desk",
        control: control ?? id,
        ...(subject === null ? {} : { subject }),
      };
  }
}
