import { useCallback, useState } from "react";
import type { AssessmentView, Framework } from "../bridge/generated/wire";
import { useSavers } from "../bridge/savers";
import { BulkDialog, type BulkSet } from "../desk/control/BulkDialog";
import { QUESTION } from "../desk/control/ControlHead";
import { ControlList } from "../desk/control/ControlList";
import { ControlTools, FILTER } from "../desk/control/ControlTools";
import { DeskBar } from "../desk/control/DeskBar";
import { SectionTree } from "../desk/control/SectionTree";
import { useDesk } from "../desk/control/useDesk";
import { useActions } from "../kit/actions";
import { Note } from "../kit/Note";
import { Panes } from "../kit/Panes";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import { ControlSheet } from "./ControlSheet";
import { usePlace } from "./place";
import { SHEET, useDeskScroll } from "./useDeskScroll";
import styles from "./DeskView.module.css";

const w = words.desk;
const nobody: ReadonlySet<string> = new Set();
type Props = { file: AssessmentView; framework: Framework; control: string | null };

/** The desk: sections, the controls of one, and one control in full. */
export function DeskView({ file, framework, control: opened }: Props) {
  const { place, go } = usePlace();
  const savers = useSavers();
  const assessment = file.assessment.id;
  const show = useCallback(
    (id: string) => {
      go({ at: "assessment", assessment, part: "desk", control: id });
      // Where the panes stand above each other, the control comes into view.
      document.getElementById(SHEET)?.scrollIntoView({ block: "start" });
    },
    [go, assessment],
  );
  const arrived = (place.at === "assessment" && place.subject) || null;
  const desk = useDesk(framework, file, { control: opened, subject: arrived }, show);
  const { control, here, shown, rows, places, open, step, unanswered, flagged, requested } = desk;
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [bulk, setBulk] = useState(false);
  useDeskScroll(`desk scroll ${assessment}`, control);

  const choosing = useCallback((on: boolean) => setChosen(on ? nobody : null), []);
  const answerSeveral = useCallback(() => {
    // What would change is asked of the vault: it must hold what was written last.
    void savers.flush().then(() => setBulk(true));
  }, [savers]);
  const owed = useCallback(
    () => go({ at: "assessment", assessment, part: "overview", control }),
    [go, assessment, control],
  );
  const chooseOne = () => {
    const next = new Set(chosen);
    if (!next.delete(control)) next.add(control);
    setChosen(next);
  };

  useActions([
    { id: "next", name: w.nextControl, keys: "J", group: w.group, run: () => step(1) },
    { id: "previous", name: w.previousControl, keys: "K", group: w.group, run: () => step(-1) },
    { id: "unanswered", name: w.unanswered, keys: "N", group: w.group, run: unanswered },
    { id: "go-on", name: w.goOn, keys: "Ctrl+Enter", group: w.group, run: unanswered },
    { id: "next-flagged", name: w.nextFlagged, keys: "G", group: w.group, run: flagged },
    { id: "next-asked", name: w.nextAsked, keys: "R", group: w.group, run: requested },
    { id: "choose", name: w.chooseOne, keys: "X", group: w.group, changes: true, run: chooseOne },
    { id: "bulk", name: w.bulk, keys: "B", group: w.group, changes: true, run: answerSeveral },
    {
      id: "filter",
      name: w.filter,
      keys: "/",
      group: w.group,
      run: () => document.getElementById(FILTER)?.focus(),
    },
  ]);

  const ids = shown.map((one) => one.control.id);
  const sets: BulkSet[] = [
    ...(chosen && chosen.size > 0
      ? [{ id: "chosen", label: w.bulkChosen(chosen.size), controls: [...chosen] }]
      : []),
    { id: "shown", label: w.bulkShown(ids.length), controls: ids },
    ...(here && rows.get(control)?.split
      ? [{ id: "open", label: w.bulkOpen(control), controls: [control] }]
      : []),
  ];

  return (
    <Panes
      sizerLabel={w.sizer}
      mainId={SHEET}
      sides={[
        {
          name: "sections",
          label: w.sections,
          start: 236,
          content: (
            <SectionTree
              framework={framework}
              rows={rows}
              selected={desk.section}
              onSelect={desk.setSection}
            />
          ),
        },
        {
          name: "controls",
          label: w.controls,
          start: 348,
          content: (
            <div className={styles.list}>
              <ControlTools
                framework={framework}
                rows={rows}
                text={desk.text}
                which={desk.which}
                choosing={chosen !== null}
                onText={desk.setText}
                onWhich={desk.setWhich}
                onChoosing={choosing}
                onBulk={answerSeveral}
                onFirst={desk.first}
              />
              <ControlList
                listed={shown}
                all={places.length}
                selected={control}
                onOpen={open}
                chosen={chosen}
                onChosen={setChosen}
              />
            </div>
          ),
        },
      ]}
    >
      {/* Escape leaves a text field, so that the keys of the desk work again. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.sheet}
        onKeyDown={(event) => {
          const target = event.target as HTMLElement;
          if (event.key === "Escape" && target.matches("input, textarea, [role=spinbutton]")) {
            document.getElementById(QUESTION)?.focus({ preventScroll: true });
          }
        }}
      >
        {here ? (
          <>
            <DeskBar
              answered={desk.answered}
              all={places.length}
              next={desk.next}
              onPrevious={desk.back}
              onNext={desk.forth}
              onUnanswered={unanswered}
              onFlagged={flagged}
              onAsked={requested}
              onOwed={owed}
            />
            {file.assessment.stage === "final" && (
              <div className={styles.final}>
                <Note tone="info">
                  <p>{w.final}</p>
                </Note>
              </div>
            )}
            <ControlSheet
              file={file}
              framework={framework}
              control={here}
              asked={desk.asked}
              subject={desk.subject}
              onSubject={desk.onSubject}
            />
          </>
        ) : (
          <Empty icon="note" title={w.choose}>
            <p>{w.chooseWords}</p>
          </Empty>
        )}
      </div>
      {bulk && (
        <BulkDialog
          framework={framework}
          file={file}
          places={places}
          sets={sets}
          onClose={() => setBulk(false)}
        />
      )}
    </Panes>
  );
}
