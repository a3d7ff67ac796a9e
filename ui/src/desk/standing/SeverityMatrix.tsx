import { Button } from "react-aria-components";
import type { Finding, FindingKind, Framework } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { SeverityMark } from "../marks";
import styles from "./chart.module.css";
import card from "./standing.module.css";

const w = words.overview;
const KINDS: FindingKind[] = ["gap", "documentation-gap", "evidence-gap", "open-question"];

/** Which findings a number stands for; nothing means all of them. */
export type Cell = { severity: number | null; kind: FindingKind | null };

type Props = {
  framework: Framework;
  findings: readonly Finding[];
  onOpen: (cell: Cell) => void;
};

/** How many findings are open, by severity and kind. Each number opens them. */
export function SeverityMatrix({ framework, findings, onOpen }: Props) {
  const open = findings.filter((finding) => finding.standing === "open");
  const kinds = KINDS.filter((kind) => open.some((finding) => finding.kind === kind));
  const number = (cell: Cell, severity: string) => {
    const count = open.filter(
      (finding) =>
        (cell.severity === null || finding.severity === cell.severity) &&
        (cell.kind === null || finding.kind === cell.kind),
    ).length;
    if (count === 0) return <span className={styles.zero}>0</span>;
    const kind = cell.kind ? words.code.finding[cell.kind] : w.sum;
    return (
      <Button
        className={styles.cell ?? ""}
        aria-label={w.findingsIn(count, severity, kind)}
        onPress={() => onOpen(cell)}
      >
        {count}
      </Button>
    );
  };
  return (
    <section className={card.card} aria-label={w.severities}>
      <header>
        <h2>{w.severities}</h2>
        <p className={card.quiet}>{open.length === 0 ? w.noOpen : w.severitiesWords}</p>
      </header>
      {open.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{w.severity}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col">
                    {words.code.finding[kind]}
                  </th>
                ))}
                <th scope="col">{w.sum}</th>
              </tr>
            </thead>
            <tbody>
              {framework.severities.map(({ weight, label }) => (
                <tr key={weight}>
                  <th scope="row">
                    <SeverityMark weight={weight} label={label} />
                  </th>
                  {kinds.map((kind) => (
                    <td key={kind}>{number({ severity: weight, kind }, label)}</td>
                  ))}
                  <td>{number({ severity: weight, kind: null }, label)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{w.sum}</th>
                {kinds.map((kind) => (
                  <td key={kind}>{number({ severity: null, kind }, w.sum)}</td>
                ))}
                <td>{number({ severity: null, kind: null }, w.sum)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
