import type { Framework, ProfileAnswer, ProfileQuestion } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { Radios, Select } from "../../kit/Choice";
import { words } from "../../words/en";
import { Effects } from "./Effects";
import { answeredWith, askedFor, chosen, type Scoped } from "./terms";
import styles from "./assessment.module.css";

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
  return (
    <div className={styles.profile}>
      <p className={styles.intro}>{w.profileIntro}</p>
      {framework.profile.map((question) => {
        const found = changes.data?.consequences.filter((c) => c.question === question.id) ?? [];
        return (
          <section key={question.id} className={styles.question}>
            <Answers
              question={question}
              profile={profile}
              systems={systems}
              onChange={(answer) => onChange(answeredWith(profile, answer))}
            />
            <div aria-live="polite">
              {found.length > 0 && <Effects framework={framework} consequences={found} />}
            </div>
          </section>
        );
      })}
    </div>
  );
}

type AnswersProps = {
  question: ProfileQuestion;
  profile: readonly ProfileAnswer[];
  systems: readonly Scoped[];
  onChange: (answer: ProfileAnswer) => void;
};

function Answers({ question, profile, systems, onChange }: AnswersProps) {
  const options = question.options.map(({ id, label }) => ({ id, label }));
  if (question.askedPer !== "system") {
    return (
      <Radios
        label={question.question}
        hint={question.why}
        question
        value={chosen(profile, question.id, "all")}
        options={options}
        onChange={(option) => onChange({ question: question.id, subject: "all", option })}
        flow="line"
      />
    );
  }
  return (
    <fieldset className={styles.perSystem}>
      <legend>{question.question}</legend>
      <p className={styles.reason}>{question.why}</p>
      {systems.length === 0 && <p className={styles.reason}>{w.noSystems}</p>}
      <div className={styles.systems}>
        {askedFor("system", systems).map(({ subject, name }) => (
          <Select
            key={subject}
            label={name}
            value={chosen(profile, question.id, subject) ?? ""}
            options={[{ id: "", label: w.notAnswered }, ...options]}
            onChange={(option) => option && onChange({ question: question.id, subject, option })}
          />
        ))}
      </div>
    </fieldset>
  );
}
