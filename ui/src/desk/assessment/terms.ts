import type { StartRequest, SubjectKind } from "../../bridge/generated/wire";
import type { Framework, ProfileAnswer, Subject } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { blank } from "../organisation/blank";

/** What an assessment is started with, but for whom. */
export type Terms = Omit<StartRequest, "organisation">;

/** Something that may be in scope. */
export type Scoped = { id: string; name: string };

/** Returns terms with nothing chosen, for the year up to a day. */
export function newTerms(today: string, person: string): Terms {
  const year = Number(today.slice(0, 4));
  return {
    title: "",
    period: { from: `${year - 1}${today.slice(4)}`.replace("-02-29", "-02-28"), to: today },
    asOf: today,
    scope: { statement: "", leftOut: "", sites: [], systems: [], vendors: [] },
    engagement: {
      requestedBy: "",
      kind: "self-assessment",
      assessor: person,
      qualifications: "",
      independence: "",
      marking: "",
      agreement: blank.agreement,
    },
    profile: [],
  };
}

/** Returns what keeps an assessment from being started, as sentences. */
export function lacking(terms: Terms): string[] {
  const { title, period } = terms;
  return [
    title.trim() ? null : words.start.nameMissing,
    period.from && period.to && terms.asOf ? null : words.start.periodMissing,
    period.to < period.from ? words.start.periodMixed : null,
  ].filter((sentence): sentence is NonNullable<typeof sentence> => sentence !== null);
}

/** Returns the subjects that a profile question is asked for, with their names. */
export function askedFor(
  kind: SubjectKind,
  systems: readonly Scoped[],
): { subject: Subject; name: string }[] {
  if (kind !== "system") return [{ subject: "all", name: "" }];
  return systems.map(({ id, name }) => ({ subject: `system:${id}`, name }));
}

/** Returns the option that was chosen for a question and subject. */
export function chosen(
  profile: readonly ProfileAnswer[],
  question: string,
  subject: Subject,
): string | null {
  return profile.find((a) => a.question === question && a.subject === subject)?.option ?? null;
}

/** Returns the profile with one answer changed. */
export function answeredWith(
  profile: readonly ProfileAnswer[],
  answer: ProfileAnswer,
): ProfileAnswer[] {
  const others = profile.filter(
    (a) => a.question !== answer.question || a.subject !== answer.subject,
  );
  return [...others, answer];
}

/** Returns how many questions there are, and how many have their answers. */
export function profileProgress(
  framework: Framework,
  terms: Terms,
  systems: readonly Scoped[],
): { asked: number; answered: number } {
  const places = framework.profile.flatMap((q) =>
    askedFor(q.askedPer, systems).map(({ subject }) => chosen(terms.profile, q.id, subject)),
  );
  return { asked: places.length, answered: places.filter((option) => option !== null).length };
}
