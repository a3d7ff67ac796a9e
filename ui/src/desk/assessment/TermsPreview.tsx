import type {
  Consequence,
  Framework,
  TermsEffect,
  TermsRow,
  TermsView,
} from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { words } from "../../words/en";
import { percent } from "../../words/format";
import { controlOf } from "../framework";
import { Effects } from "./Effects";
import styles from "./preview.module.css";

const w = words.start.preview;
const EFFECTS: TermsEffect[] = ["leaves", "enters", "proposes", "counts-otherwise"];
/** How many rows are listed; of more, their number says enough. */
const SHOWN = 100;

type Props = {
  framework: Framework;
  view: TermsView;
  onControl: (control: string) => void;
};

/** Which answers a change of scope, days or profile touches, before it is made. */
export function TermsPreview({ framework, view, onControl }: Props) {
  const { before, after } = view;
  return (
    <div className={styles.preview}>
      {view.rows.length === 0 && <p>{w.nothing}</p>}
      {EFFECTS.map((effect) => {
        const rows = view.rows.filter((row) => row.effect === effect);
        return (
          rows.length > 0 && (
            <Fold key={effect} title={w.effect[effect]} count={rows.length}>
              <p className={styles.quiet}>{w.effectWords[effect]}</p>
              <Rows framework={framework} rows={rows} onControl={onControl} />
            </Fold>
          )
        );
      })}
      <More framework={framework} title={w.added} consequences={view.added} />
      <More framework={framework} title={w.gone} consequences={view.gone} />
      {before !== after && (
        <p className={styles.figure}>
          <span>{w.figure}</span>
          <strong>
            {percent(before)} → {percent(after)}
          </strong>
        </p>
      )}
    </div>
  );
}

type RowsProps = {
  framework: Framework;
  rows: readonly TermsRow[];
  onControl: (control: string) => void;
};

function Rows({ framework, rows, onControl }: RowsProps) {
  return (
    <ul className={styles.rows}>
      {rows.slice(0, SHOWN).map(({ control, subject, subjectName, implementation }) => (
        <li key={control + subject}>
          <Button weight="quiet" small edge="start" onPress={() => onControl(control)}>
            {`${control} ${controlOf(framework, control)?.label ?? ""}`}
          </Button>
          <span className={styles.quiet}>
            {[
              subject === "all" ? "" : subjectName,
              implementation ? words.code.implementation[implementation] : w.noWord,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
      {rows.length > SHOWN && <li className={styles.quiet}>{w.more(rows.length - SHOWN)}</li>}
    </ul>
  );
}

type MoreProps = { framework: Framework; title: string; consequences: readonly Consequence[] };

function More({ framework, title, consequences }: MoreProps) {
  return (
    consequences.length > 0 && (
      <Fold title={title} count={consequences.length}>
        <Effects framework={framework} consequences={consequences} />
      </Fold>
    )
  );
}
