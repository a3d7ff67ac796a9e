import type { Framework, ProfileAnswer } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { Radios } from "../../kit/Choice";
import { words } from "../../words/en";
import { Effects } from "./Effects";
import { SystemProfile } from "./SystemProfile";
import { answeredWith, chosen, type Scoped } from "./terms";
import styles from "./profile.module.css";

const w = words.start;

type Props = {
  framework: Framework;
  digest: string;
  profile: readonly ProfileAnswer[];
  systems: readonly Scoped[];
  onChange: (profile: ProfileAnswer[]) => void;
};

/** The scoping profile: each answer shows at once what it changes. */
export function ProfileFields({ framework, digest, profile, systems, onChange }: Props) {
  const changes = useAsk("profile_consequences", { digest, answers: [...profile] }, { keep: true });
  const consequences = changes.data?.consequences ?? [];
  const perSystem = framework.profile.filter(({ askedPer }) => askedPer === "system");
  return (
    <div className={styles.profile}>
      <p className={styles.intro}>{w.profileIntro}</p>
      {framework.profile
        .filter(({ askedPer }) => askedPer !== "system")
        .map((question) => {
          const found = consequences.filter((c) => c.question === question.id);
          return (
            <section key={question.id} className={styles.question}>
              <Radios
                label={question.question}
                hint={question.why}
                question
                value={chosen(profile, question.id, "all")}
                options={question.options.map(({ id, label }) => ({ id, label }))}
                onChange={(option) =>
                  onChange(answeredWith(profile, { question: question.id, subject: "all", option }))
                }
                flow="line"
              />
              <div aria-live="polite">
                {found.length > 0 && <Effects framework={framework} consequences={found} />}
              </div>
            </section>
          );
        })}
      {perSystem.length > 0 && (
        <section className={styles.each} aria-label={w.perSystem}>
          <h3>{w.perSystem}</h3>
          {systems.length > 1 && <p className={styles.quiet}>{w.perSystemWords}</p>}
          <SystemProfile
            framework={framework}
            questions={perSystem}
            profile={profile}
            systems={systems}
            consequences={consequences}
            onChange={onChange}
          />
        </section>
      )}
    </div>
  );
}
