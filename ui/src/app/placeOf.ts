import type { Find } from "../bridge/generated/wire";
import type { Place } from "../view/place";

/** Returns where a find is to be seen. */
export function placeOf(find: Find): Place {
  const { kind, id, organisation, assessment, control, subject } = find;
  const library: Place = { at: "library" };
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
      if (assessment === null) return library;
      return {
        at: "assessment",
        assessment,
        part: "desk",
        control: control ?? id,
        ...(subject === null ? {} : { subject }),
      };
  }
}
