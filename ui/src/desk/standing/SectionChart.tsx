import { Button } from "react-aria-components";
import type { Figures, Standing } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { useRemembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import { Bar, type Tone } from "./Bar";
import type { Over } from "./behind";
import styles from "./chart.module.css";
import card from "./standing.module.css";

const w = words.overview;
const TICKS = [0, 25, 50, 75, 100];
type Props = { standing: Standing; onOver: (over: Over) => void };

/** Both figures by section, as bars or as the table with the same numbers. */
export function SectionChart({ standing, onOver }: Props) {
  const [shape, setShape] = useRemembered<"bars" | "table">("section chart", "bars");
  return (
    <section className={card.card} aria-label={w.bySection}>
      <header className={styles.cardHead}>
        <h2>{w.bySection}</h2>
        <Radios
          looks
          label={w.shownAs}
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
      {shape === "bars" ? (
        <Bars standing={standing} onOver={onOver} />
      ) : (
        <Table standing={standing} onOver={onOver} />
      )}
    </section>
  );
}

function Bars({ standing, onOver }: Props) {
  return (
    <div className={styles.plot}>
      {standing.sections.map(({ section, title, figures }) => {
        const mark = (name: string, figure: number | null, tone: Tone) => (
          <Button className={styles.mark ?? ""} onPress={() => onOver(section)}>
            <span className="visually-hidden">{title}: </span>
            <span>{name}</span>
            <Bar share={figure} tone={tone} />
            <strong>{percent(figure)}</strong>
            <span className="visually-hidden">{w.showRows}</span>
          </Button>
        );
        return (
          <div key={section} style={{ display: "contents" }} role="group" aria-label={title}>
            <div className={styles.name}>
              {title}
              <small>{w.resolvedOf(figures.resolved, figures.applicable)}</small>
            </div>
            <div className={styles.marks}>
              {mark(w.conformity, figures.conformity, "conformity")}
              {mark(w.assurance, figures.assurance, "assurance")}
            </div>
          </div>
        );
      })}
      <div className={styles.axis} aria-hidden="true">
        <div className={styles.ticks}>
          {TICKS.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Table({ standing, onOver }: Props) {
  const rows: { over: Over; title: string; figures: Figures }[] = [
    ...standing.sections.map(({ section, title, figures }) => ({ over: section, title, figures })),
    { over: "provisions", title: w.provisions, figures: standing.provisions },
    { over: "all", title: w.allItems, figures: standing.all },
  ];
  const columns: { name: string; of: (figures: Figures) => string }[] = [
    { name: w.conformity, of: (f) => percent(f.conformity) },
    { name: w.assurance, of: (f) => percent(f.assurance) },
    { name: w.coverage, of: (f) => percent(f.coverage) },
    { name: w.items, of: (f) => String(f.items) },
    { name: w.applicable, of: (f) => String(f.applicable) },
    { name: w.resolved, of: (f) => String(f.resolved) },
  ];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{w.section}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ over, title, figures }) => (
            <tr key={over}>
              <th scope="row">{title}</th>
              {columns.map(({ name, of }) => (
                <td key={name}>
                  <Button className={styles.cell ?? ""} onPress={() => onOver(over)}>
                    <span className="visually-hidden">{`${title}, ${name}: `}</span>
                    {of(figures)}
                    <span className="visually-hidden">{w.showRows}</span>
                  </Button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
