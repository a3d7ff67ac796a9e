import { useMemo, useState } from "react";
import type {
  Consequence,
  Framework,
  ProfileAnswer,
  ProfileQuestion,
} from "../../bridge/generated/wire";
import { Radios, Select } from "../../kit/Choice";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { words } from "../../words/en";
import { Effects } from "./Effects";
import { answeredAs, answeredWith, chosen, type Scoped } from "./terms";
import styles from "./profile.module.css";

const w = words.start;

type Props = {
  framework: Framework;
  questions: readonly ProfileQuestion[];
  profile: readonly ProfileAnswer[];
  systems: readonly Scoped[];
  consequences: readonly Consequence[];
  onChange: (profile: ProfileAnswer[]) => void;
};

const subjectOf = ({ id }: Scoped) => `system:${id}`;

/** The questions that are asked for each system: one system at a time, however many there are. */
export function SystemProfile(props: Props) {
  const { questions, profile, systems } = props;
  const [open, setOpen] = useState<string | null>(null);
  const answered = useMemo(() => {
    const known = new Set(questions.map(({ id }) => id));
    const counts = new Map<string, number>();
    for (const { question, subject } of profile) {
      if (known.has(question)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
    }
    return counts;
  }, [questions, profile]);
  const columns = useMemo<Column<Scoped>[]>(() => {
    const of = (system: Scoped) => answered.get(subjectOf(system)) ?? 0;
    return [
      {
        id: "name",
        title: w.systemColumns.name,
        width: "minmax(8rem, 1fr)",
        cell: ({ name }) => <span className={styles.cut}>{name}</span>,
        sort: (a, b) => a.name.localeCompare(b.name, "en", { numeric: true }),
      },
      {
        id: "answered",
        title: w.systemColumns.answered,
        width: "5.5rem",
        cell: (system) => w.systemAnswered(of(system), questions.length),
        sort: (a, b) => of(a) - of(b),
        align: "end",
      },
    ];
  }, [answered, questions]);
  const system = systems.find(({ id }) => id === open) ?? systems[0];
  if (!system) return <p className={styles.quiet}>{w.noSystems}</p>;
  return (
    <div className={styles.sides}>
      <div className={styles.systems}>
        <DataGrid
          label={w.perSystem}
          rows={systems}
          columns={columns}
          rowKey={({ id }) => id}
          rowText={({ name }) => name}
          onOpen={({ id }) => setOpen(id)}
          selected={system.id}
          summary={w.systemsShowing(systems.length)}
          empty={null}
        />
      </div>
      <Questions key={system.id} {...props} system={system} />
    </div>
  );
}

function Questions(props: Props & { system: Scoped }) {
  const { framework, questions, profile, systems, consequences, onChange, system } = props;
  const subject = subjectOf(system);
  const others = systems.filter(({ id }) => id !== system.id);
  return (
    <section className={styles.questions} aria-label={w.questionsOf(system.name)}>
      <header className={styles.head}>
        <h3>{system.name}</h3>
        {others.length > 0 && (
          <Select
            label={w.sameAs}
            value=""
            options={[
              { id: "", label: w.sameAsNone },
              ...others.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChange={(id) => id && onChange(answeredAs(profile, subject, `system:${id}`))}
          />
        )}
      </header>
      {questions.map((question) => {
        const found = consequences.filter(
          (c) => c.question === question.id && c.subject === subject,
        );
        return (
          <div key={question.id} className={styles.question}>
            <Radios
              label={question.question}
              hint={question.why}
              question
              value={chosen(profile, question.id, subject)}
              options={question.options.map(({ id, label }) => ({ id, label }))}
              onChange={(option) =>
                onChange(answeredWith(profile, { question: question.id, subject, option }))
              }
              flow="line"
            />
            <div aria-live="polite">
              {found.length > 0 && <Effects framework={framework} consequences={found} />}
            </div>
          </div>
        );
      })}
    </section>
  );
}
