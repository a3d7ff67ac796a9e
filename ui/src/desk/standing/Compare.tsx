import { useMemo, useState } from "react";
import type { CompareView, DifferenceRow, Framework } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { SearchField } from "../../kit/Field";
import { Fold } from "../../kit/Fold";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import { Asked } from "../Asked";
import { controlOf } from "../framework";
import { byControl, pieces, type Pieces } from "./changed";
import styles from "./version.module.css";
import card from "./standing.module.css";

const w = words.overview;
const NOW = "now";
/** How many groups are open without being asked for. */
const OPEN = 6;

type Props = {
  framework: Framework;
  assessment: string;
  /** The numbers of the versions, newest first. */
  numbers: readonly number[];
  onControl: (id: string) => void;
};

/** What changed from one version to another, or to what there is now. */
export function Compare({ framework, assessment, numbers, onControl }: Props) {
  const [from, setFrom] = useState(String(numbers[0] ?? 1));
  const [to, setTo] = useState(NOW);
  const isPair = from !== to && (to === NOW || Number(from) < Number(to));
  const asked = useAsk(
    "compare_versions",
    { assessment, from: Number(from), to: to === NOW ? null : Number(to) },
    { enabled: isPair },
  );
  const choices = numbers.map((number) => ({ id: String(number), label: w.compareNumber(number) }));
  const put = (next: { from?: string; to?: string }) => {
    const [a, b] = [next.from ?? from, next.to ?? to];
    // The earlier one stands first, whichever was chosen first.
    const turned = b !== NOW && Number(a) > Number(b);
    setFrom(turned ? b : a);
    setTo(turned ? a : b);
  };
  return (
    <section className={card.card} aria-label={w.compare}>
      <header className={styles.head}>
        <h2>{w.compare}</h2>
        <div className={styles.choose}>
          <Select
            looks
            label={w.compareFrom}
            value={from}
            options={choices}
            onChange={(next) => put({ from: next })}
          />
          <Select
            looks
            label={w.compareTo}
            value={to}
            options={[{ id: NOW, label: w.compareNow }, ...choices]}
            onChange={(next) => put({ to: next })}
          />
        </div>
      </header>
      {isPair ? (
        <Asked of={asked}>
          {(view) => (
            <Differences
              key={`${from} ${to}`}
              framework={framework}
              view={view}
              onControl={onControl}
            />
          )}
        </Asked>
      ) : (
        <p className={card.quiet}>{w.sameVersion}</p>
      )}
    </section>
  );
}

type DifferencesProps = Pick<Props, "framework" | "onControl"> & { view: CompareView };

function Differences({ framework, view, onControl }: DifferencesProps) {
  const [filter, setFilter] = useState("");
  const groups = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    const holds = (row: DifferenceRow) =>
      [row.control ?? "", row.name, w.difference[row.what]].some((text) =>
        text.toLowerCase().includes(wanted),
      );
    return byControl(view.rows.filter(holds));
  }, [view.rows, filter]);
  return (
    <>
      <p>
        <strong>{w.figureChanged}:</strong> {percent(view.before)} → {percent(view.after)}
        <span className={styles.count}>{w.changes(view.rows.length)}</span>
      </p>
      {view.rows.length === 0 && <p className={card.quiet}>{w.same}</p>}
      {view.rows.length > OPEN && (
        <div className={styles.search}>
          <SearchField label={w.filterChanges} value={filter} onChange={setFilter} />
        </div>
      )}
      <div>
        {groups.map(({ control, rows }) => (
          <Fold
            key={control ?? ""}
            title={
              control === null
                ? w.wholeAssessment
                : `${control} ${controlOf(framework, control)?.label ?? ""}`
            }
            count={w.changes(rows.length)}
            open={groups.length <= OPEN}
          >
            <ul className={styles.rows}>
              {rows.map((row, index) => (
                <Difference key={index} row={row} />
              ))}
            </ul>
            {control !== null && (
              <Button weight="quiet" small edge="start" onPress={() => onControl(control)}>
                {words.finding.toControl(control)}
              </Button>
            )}
          </Fold>
        ))}
      </div>
    </>
  );
}

function Difference({ row }: { row: DifferenceRow }) {
  const cut = pieces(row.before ?? "", row.after ?? "");
  return (
    <li className={styles.row}>
      <p>
        <strong>{w.difference[row.what]}</strong> {row.name}
      </p>
      <div className={styles.pair}>
        <Side name={w.before} text={row.before === null ? w.isNew : cut.before} is="del" />
        <Side name={w.after} text={row.after === null ? w.isGone : cut.after} is="ins" />
      </div>
    </li>
  );
}

function Side({ name, text, is: Changed }: { name: string; text: string | Pieces; is: "del" | "ins" }) {
  return (
    <div>
      <p className={card.quiet}>{name}</p>
      {typeof text === "string" ? (
        <p className={styles.none}>{text}</p>
      ) : (
        <p className={styles.text}>
          {text[0]}
          {text[1] !== "" && <Changed>{text[1]}</Changed>}
          {text[2]}
        </p>
      )}
    </div>
  );
}
