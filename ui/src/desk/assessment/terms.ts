import type {
  Assessment,
  Period,
  StartRequest,
  SubjectKind,
} from "../../bridge/generated/wire";
import type { Framework, ProfileAnswer, Subject } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { blank } from "../organisation/blank";

/** What an assessment is started with, but for whom. */
export type Terms = Omit<StartRequest, "organisation">;

/** Something that may be in scope. */
export type Scoped = { id: string; name: string };

/** Returns the year up to a day. */
export function yearUpTo(day: string): Period {
  const from = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace("-02-29", "-02-28");
  return { from, to: day };
}

/** Returns terms for the year up to a day, with all that an organisation has in scope. */
export function newTerms(
  today: string,
  person: string,
  all: { sites: readonly Scoped[]; systems: readonly Scoped[]; vendors: readonly Scoped[] },
): Terms {
  const ids = (of: readonly Scoped[]) => of.map(({ id }) => id);
  return {
    title: words.start.defaultTitle(today.slice(0, 4)),
    period: yearUpTo(today),
    asOf: today,
    scope: {
      statement: "",
      leftOut: "",
      sites: ids(all.sites),
      systems: ids(all.systems),
      vendors: ids(all.vendors),
    },
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
  const { title } = terms;
  return [title.trim() ? null : words.start.nameMissing, ...lackingDays(terms)].filter(
    (sentence): sentence is NonNullable<typeof sentence> => sentence !== null,
  );
}

/** Returns what is wrong with the days, as sentences. */
export function lackingDays({ period, asOf }: { period: Period; asOf: string }): string[] {
  if (!period.from || !period.to || !asOf) return [words.start.periodMissing];
  return period.to < period.from ? [words.start.periodMixed] : [];
}

/** The terms whose change is shown before it is made, because answers depend on them. */
export type Weighty = Pick<Assessment, "period" | "asOf" | "profile"> &
  Pick<Assessment["scope"], "sites" | "systems" | "vendors">;

/** Returns the weighty terms of an assessment. */
export function weightyOf({ period, asOf, profile, scope }: Assessment): Weighty {
  const { sites, systems, vendors } = scope;
  return { period, asOf, profile, sites, systems, vendors };
}

/** Returns an assessment with other weighty terms. */
export function withWeighty(assessment: Assessment, terms: Weighty): Assessment {
  const { period, asOf, profile, sites, systems, vendors } = terms;
  const scope = { ...assessment.scope, sites, systems, vendors };
  return { ...assessment, period, asOf, profile, scope };
}

/** Returns whether two say the same, in whatever order it was said. */
export function sameWeighty(a: Weighty, b: Weighty): boolean {
  const plain = (of: Weighty) =>
    JSON.stringify([
      of.period.from,
      of.period.to,
      of.asOf,
      [...of.sites].sort(),
      [...of.systems].sort(),
      [...of.vendors].sort(),
      of.profile.map((p) => [p.question, p.subject, p.option].join("\n")).sort(),
    ]);
  return plain(a) === plain(b);
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

/** Returns the profile with one subject's answers as another's. */
export function answeredAs(
  profile: readonly ProfileAnswer[],
  subject: Subject,
  other: Subject,
): ProfileAnswer[] {
  const same = profile
    .filter((answer) => answer.subject === other)
    .map((answer) => ({ ...answer, subject }));
  return [...profile.filter((answer) => answer.subject !== subject), ...same];
}

/** Returns how many questions there are, and how many have their answers. */
export function profileProgress(
  framework: Framework,
  terms: Pick<Terms, "profile">,
  systems: readonly Scoped[],
): { asked: number; answered: number } {
  const given = new Set(terms.profile.map(({ question, subject }) => `${question} ${subject}`));
  const places = framework.profile.flatMap((q) =>
    askedFor(q.askedPer, systems).map(({ subject }) => given.has(`${q.id} ${subject}`)),
  );
  return { asked: places.length, answered: places.filter(Boolean).length };
}
