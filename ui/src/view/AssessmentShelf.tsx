import { useMemo, useState } from "react";
import type { AssessmentRow } from "../bridge/generated/wire";
import { asFault, type Fault } from "../bridge/fault";
import { useTell } from "../bridge/queries";
import { Afresh } from "../desk/assessment/Afresh";
import { FaultNote } from "../desk/FaultNote";
import { useActions } from "../kit/actions";
import { useAnnounce } from "../kit/Announcer";
import { Button } from "../kit/Button";
import { DataGrid } from "../kit/DataGrid/DataGrid";
import { useReadOnly } from "../kit/readOnly";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import { assessmentColumns, CHANGED, ORGANISATION } from "./libraryColumns";
import { usePlace } from "./place";
import type { Shown } from "./shelved";
import styles from "./LibraryView.module.css";

const w = words.library;

type Props = {
  rows: readonly AssessmentRow[];
  /** How many there are without the words of the filter. */
  of: number;
  show: Shown;
  /** Whether there is none at all yet. */
  isFirst: boolean;
};

/** The assessments of the library, and what can be done with those that are ticked. */
export function AssessmentShelf({ rows, of, show, isFirst }: Props) {
  const tell = useTell();
  const announce = useAnnounce();
  const { go } = usePlace();
  const isReadOnly = useReadOnly();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [afresh, setAfresh] = useState<AssessmentRow | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  // What the filter hides is not touched.
  const chosen = useMemo(() => rows.filter(({ id }) => ticked.has(id)), [rows, ticked]);
  const one = chosen.length === 1 ? (chosen[0] ?? null) : null;
  const isAway = show === "archived";

  const open = (id: string) =>
    go({ at: "assessment", assessment: id, part: "desk", control: null });
  const put = async (archived: boolean) => {
    setFault(null);
    try {
      for (const { id } of chosen) await tell("archive_assessment", { assessment: id, archived });
      setTicked(new Set());
      announce(archived ? w.archived(chosen.length) : w.broughtBack(chosen.length));
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const none = chosen.length === 0;
  const group = w.group;
  useActions([
    { id: "afresh", name: w.duplicateAction, group, isDisabled: !one, changes: true, run: () => setAfresh(one) },
    isAway
      ? { id: "away", name: w.backAction, group, isDisabled: none, changes: true, run: () => void put(false) }
      : { id: "away", name: w.archiveAction, group, isDisabled: none, changes: true, run: () => void put(true) },
  ]);
  const empty = isFirst ? w.noAssessments : isAway && of === 0 ? w.noneAway : w.noMatch;
  return (
    <section className={styles.part}>
      <header className={styles.partHead}>
        <h2>{w.assessments}</h2>
        {none ? (
          rows.length > 0 && !isReadOnly && <p className={styles.quiet}>{w.chooseHint}</p>
        ) : (
          <>
            <p className={styles.quiet}>{w.chosen(chosen.length)}</p>
            <Button changes isDisabled={!one} onPress={() => setAfresh(one)}>
              {w.duplicate}
            </Button>
            <Button changes onPress={() => void put(!isAway)}>{isAway ? w.back : w.archive}</Button>
          </>
        )}
      </header>
      {fault && <FaultNote fault={fault} />}
      <DataGrid
        label={w.assessments}
        rows={rows}
        columns={assessmentColumns}
        rowKey={(row) => row.id}
        rowText={(row) => row.title}
        onOpen={(row, column) => {
          if (column === ORGANISATION) go({ at: "organisation", organisation: row.organisation });
          else open(row.id);
        }}
        chosen={ticked}
        onChosen={setTicked}
        startSort={{ column: CHANGED, down: true }}
        density="tall"
        summary={w.showing(rows.length, of)}
        empty={
          <Empty icon="note" title={empty}>
            {isFirst && <p>{w.noAssessmentsWords}</p>}
          </Empty>
        }
      />
      {afresh && (
        <Afresh
          key={afresh.id}
          row={afresh}
          onClose={() => setAfresh(null)}
          onMade={open}
        />
      )}
    </section>
  );
}
