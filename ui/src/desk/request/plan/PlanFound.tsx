import { useMemo } from "react";
import type { PlanImportView, PlanRefusal } from "../../../bridge/generated/wire";
import { Fold } from "../../../kit/Fold";
import { Note } from "../../../kit/Note";
import { words } from "../../../words/en";
import { Some } from "../../Some";
import { PlanChangeTable } from "./PlanChangeTable";
import { applying, byRequest } from "./planned";
import styles from "./plan.module.css";

const w = words.plan;
/** How many refused rows and notes are shown before somebody asks for more. */
const FIRST = 20;

/** What a filled-in evidence plan would change, before anything does. */
export function PlanFound({ view }: { view: PlanImportView }) {
  const { file, changes, refused, unchanged, notes } = view;
  const planned = useMemo(() => byRequest(changes), [changes]);
  const applied = useMemo(() => applying(changes), [changes]);
  const conflicts = changes.length - applied.length;
  return (
    <div className={styles.stack}>
      <p className={styles.file}>
        {w.file}: <strong>{file}</strong>
      </p>
      <Verdict view={view} />
      {conflicts > 0 && (
        <Note tone="warn">
          <p>{w.conflicts(conflicts)}</p>
        </Note>
      )}
      {changes.length > 0 && (
        <section className={styles.part} aria-labelledby="plan-summary">
          <h3 id="plan-summary">
            {w.summary} <span className={styles.count}>{w.summaryWords(applied.length, byRequest(applied).length)}</span>
          </h3>
          <PlanChangeTable planned={planned} />
          {unchanged > 0 && <p className={styles.quiet}>{w.unchanged(unchanged)}</p>}
        </section>
      )}
      {refused.length > 0 && <Refused rows={refused} />}
      {notes.length > 0 && (
        <Fold title={w.notes} count={notes.length} open>
          <Some items={notes} first={FIRST}>
            {(sentence) => <li key={sentence}>{sentence}</li>}
          </Some>
        </Fold>
      )}
    </div>
  );
}

/** Says at once when there is nothing to apply, and why. */
function Verdict({ view: { changes, refused, unchanged } }: { view: PlanImportView }) {
  if (applying(changes).length > 0) return null;
  if (changes.length > 0 || (refused.length > 0 && unchanged === 0)) {
    return (
      <Note tone="warn" title={w.allRefused} live>
        <p>{w.allRefusedWords}</p>
      </Note>
    );
  }
  return (
    <Note tone={refused.length > 0 ? "info" : "good"} title={w.nothing} live>
      <p>{w.nothingWords(unchanged)}</p>
    </Note>
  );
}

function Refused({ rows }: { rows: readonly PlanRefusal[] }) {
  return (
    <section className={styles.part} aria-labelledby="plan-refused">
      <h3 id="plan-refused">{w.refused(rows.length)}</h3>
      <div className={styles.refused}>
        <Some items={rows} first={FIRST}>
          {({ row, sentence }) => (
            <li key={`${row} ${sentence}`}>
              <strong>{row}</strong>
              <span>{sentence}</span>
            </li>
          )}
        </Some>
      </div>
    </section>
  );
}
