import type { Observation, Subject } from "./generated/wire";

/** The id with which a record asks for a new one. */
export const NEW = "00000000-0000-0000-0000-000000000000";

/** The subject that stands for all of a control's kind. */
export const ALL: Subject = "all";

/** Returns the id in a subject, or nothing for all. */
export function subjectId(subject: Subject): string | null {
  return subject === ALL ? null : (subject.split(":")[1] ?? null);
}

/** Returns an empty observation of a control. */
export function newObservation(
  assessment: string,
  control: string,
  subject: Subject,
  on: string,
): Observation {
  return {
    id: NEW,
    assessment,
    control,
    subject,
    method: "examine",
    procedure: "",
    withWhom: "",
    on,
    population: "",
    sample: "",
    result: "",
    by: "",
  };
}
