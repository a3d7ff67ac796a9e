import { useState } from "react";
import { Button } from "react-aria-components";
import type { Standing } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { Meter } from "../../kit/Meter";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import type { Over } from "./behind";
import styles from "./standing.module.css";

const w = words.overview;
type Props = { standing: Standing; onOver: (over: Over) => void };

/** Both figures by section, as bars or as the table with the same numbers. */
export function SectionChart({ standing, onOver }: Props) {
  const [shape, setShape] = useState<"bars" | "table">("bars");
  return (
    <section className={styles.card}>
      <header className={styles.cardHead}>
        <h2>{w.bySection}</h2>
        <Radios
          label={w.bySection}
          quietLabel
          value={shape}
          options={[
            { id: "bars", label: w.asBars },
            { id: "table", label: w.asTable },
          ]}
          onChange={setShape}
          flow="line"
        />
      </header>
      {shape === "bars" ? <Bars standing={standing} onOver={onOver} /> : <Table standing={standing} />}
    </section>
  );
}

function Bars({ standing, onOver }: Props) {
  return (
    <ul className={styles.bars}>
      {standing.sections.map(({ section, title, figures }) => (
        <li key={section} className={styles.barRow}>
          <Button className={styles.barTitle ?? ""} onPress={() => onOver(section)}>
            {title}
          </Button>
          <span className={styles.pair}>
            <Bar name={w.conformity} title={title} figure={figures.conformity} tone="bar" />
            <Bar name={w.assurance} title={title} figure={figures.assurance} tone="bar2" />
          </span>
        </li>
      ))}
    </ul>
  );
}

type BarProps = { name: string; title: string; figure: number | null; tone: "bar" | "bar2" };

function Bar({ name, title, figure, tone }: BarProps) {
  return (
    <span className={styles.bar}>
      <span className={styles.barName}>{name}</span>
      <Meter
        label={`${title}: ${name}`}
        value={figure ?? 0}
        total={100}
        text={figure === null ? w.noFigure : percent(figure)}
        tone={tone}
      />
      <span className={styles.number}>{percent(figure)}</span>
    </span>
  );
}

function Table({ standing }: { standing: Standing }) {
  const rows = [
    ...standing.sections.map(({ title, figures }) => ({ title, figures })),
    { title: w.provisions, figures: standing.provisions },
    { title: w.allItems, figures: standing.all },
  ];
  return (
    // A wide table scrolls by itself; the focus lets the keyboard do so too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={w.bySection}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{w.section}</th>
            <th scope="col">{w.conformity}</th>
            <th scope="col">{w.assurance}</th>
            <th scope="col">{w.coverage}</th>
            <th scope="col">{w.items}</th>
            <th scope="col">{w.applicable}</th>
            <th scope="col">{w.resolved}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, figures }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>{percent(figures.conformity)}</td>
              <td>{percent(figures.assurance)}</td>
              <td>{percent(figures.coverage)}</td>
              <td>{figures.items}</td>
              <td>{figures.applicable}</td>
              <td>{figures.resolved}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
