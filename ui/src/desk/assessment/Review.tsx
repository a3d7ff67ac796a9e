import type { Consequence, Framework } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { profileProgress, type Scoped, type Terms } from "./terms";
import styles from "./assessment.module.css";

const w = words.start.review;

type Props = {
  framework: Framework;
  digest: string;
  organisation: string;
  terms: Terms;
  systems: readonly Scoped[];
};

function touched(consequences: readonly Consequence[], types: readonly string[]): string {
  const ids = consequences
    .filter((c) => types.includes(c.effect.type))
    .flatMap((c) => c.controls);
  return [...new Set(ids)].join(", ") || w.nothing;
}

function duties(framework: Framework, consequences: readonly Consequence[]): string {
  const ids = new Set(
    consequences.flatMap(({ effect }) => (effect.type === "duty" ? effect.duties : [])),
  );
  const titles = framework.duties.filter(({ id }) => ids.has(id)).map(({ title }) => title);
  return titles.join("; ") || w.nothing;
}

/** What is about to be started, in one look. */
export function Review({ framework, digest, organisation, terms, systems }: Props) {
  const request = { digest, answers: terms.profile };
  const found = useAsk("profile_consequences", request, { keep: true }).data?.consequences ?? [];
  const { asked, answered } = profileProgress(framework, terms, systems);
  const { scope, period } = terms;
  const lines: [string, string][] = [
    [w.organisation, organisation],
    [w.edition, `${framework.title}, ${framework.edition}`],
    [w.period, `${date(period.from || null)} – ${date(period.to || null)}`],
    [w.scope, w.counts(scope.sites.length, scope.systems.length, scope.vendors.length)],
    [w.profile, w.answered(answered, asked)],
    [w.proposed, touched(found, ["not-applicable"])],
    [w.heavier, touched(found, ["weight", "weight-set"])],
    [w.duties, duties(framework, found)],
  ];
  return (
    <dl className={styles.review}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
