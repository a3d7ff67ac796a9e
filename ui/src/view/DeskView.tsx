import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AssessmentView, Framework } from "../bridge/generated/wire";
import { useAskAhead } from "../bridge/queries";
import { ControlList } from "../desk/control/ControlList";
import { SectionTree, WHOLE } from "../desk/control/SectionTree";
import { placed } from "../desk/framework";
import { useAnnounce } from "../kit/Announcer";
import { Button } from "../kit/Button";
import { SearchField } from "../kit/Field";
import { Note } from "../kit/Note";
import { Panes } from "../kit/Panes";
import { Empty } from "../kit/State";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { ControlSheet } from "./ControlSheet";
import { usePlace } from "./place";
import styles from "./DeskView.module.css";

const w = words.desk;
const SHEET = "control-sheet";
type Props = { file: AssessmentView; framework: Framework; control: string | null };

/** The desk: sections, the controls of one, and one control in full. */
export function DeskView({ file, framework, control: opened }: Props) {
  const { go } = usePlace();
  const announce = useAnnounce();
  const askAhead = useAskAhead();
  const [section, setSection] = useState(WHOLE);
  const [filter, setFilter] = useState("");
  const search = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placed(framework), [framework]);
  const rows = useMemo(() => new Map(file.rows.map((row) => [row.control, row])), [file.rows]);
  const control = opened ?? places[0]?.control.id ?? "";

  const listed = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return places.flatMap((place) => {
      const row = rows.get(place.control.id);
      const inside = section === WHOLE || place.section === section || place.group === section;
      const { id, label, text, question } = place.control;
      const matches =
        wanted === "" || `${id} ${label} ${text} ${question}`.toLowerCase().includes(wanted);
      return row && inside && matches ? [{ control: place.control, row }] : [];
    });
  }, [places, rows, section, filter]);

  const assessment = file.assessment.id;
  const open = useCallback(
    (id: string) => {
      go({ at: "assessment", assessment, part: "desk", control: id });
      // Where the panes stand above each other, the control comes into view.
      document.getElementById(SHEET)?.scrollIntoView({ block: "start" });
    },
    [go, assessment],
  );
  const here = places.findIndex((p) => p.control.id === control);
  const at = places[here];

  const within = listed.findIndex((one) => one.control.id === control);
  const after = listed[within + 1]?.control.id;
  useEffect(() => {
    if (after) askAhead("control", { assessment, control: after });
  }, [askAhead, assessment, after]);

  const step = (by: 1 | -1) => {
    const next = within < 0 ? listed[0] : listed[within + by];
    if (next) open(next.control.id);
  };
  const seek = (wanted: (id: string) => boolean, none: string) => {
    const order = [...places.slice(here + 1), ...places.slice(0, here + 1)];
    const next = order.find((p) => wanted(p.control.id));
    if (!next) announce(none);
    else {
      if (!listed.some((one) => one.control.id === next.control.id)) {
        setSection(WHOLE);
        setFilter("");
      }
      open(next.control.id);
    }
  };
  const unanswered = () => seek((id) => !rows.get(id)?.answered, w.allAnswered);

  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: unanswered,
    g: () => seek((id) => rows.get(id)?.flagged ?? false, w.noneFlagged),
    "/": () => search.current?.querySelector("input")?.focus(),
  });

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
            <SectionTree framework={framework} rows={rows} selected={section} onSelect={setSection} />
          ),
        },
        {
          name: "controls",
          label: w.controls,
          start: 348,
          content: (
            <div className={styles.list}>
              <div ref={search}>
                <SearchField label={w.filter} value={filter} onChange={setFilter} />
              </div>
              <ControlList
                listed={listed}
                all={places.length}
                selected={control}
                onOpen={open}
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
          if (event.key === "Escape" && target.matches("input, textarea")) {
            document.getElementById("control-question")?.focus();
          }
        }}
      >
        {at ? (
          <>
            <nav className={styles.nav} aria-label={w.controls}>
              <span>{w.position(here + 1, places.length)}</span>
              <Button weight="quiet" icon="left" keys="K" onPress={() => step(-1)}>
                {w.previous}
              </Button>
              <Button weight="quiet" icon="right" keys="J" onPress={() => step(1)}>
                {w.next}
              </Button>
              <Button weight="quiet" keys="N" onPress={unanswered}>
                {w.unanswered}
              </Button>
            </nav>
            {file.assessment.stage === "final" && (
              <Note tone="info">
                <p>{w.final}</p>
              </Note>
            )}
            <ControlSheet
              key={control}
              file={file}
              framework={framework}
              control={at.control}
            />
          </>
        ) : (
          <Empty icon="note" title={w.choose}>
            <p>{w.chooseWords}</p>
          </Empty>
        )}
      </div>
    </Panes>
  );
}
