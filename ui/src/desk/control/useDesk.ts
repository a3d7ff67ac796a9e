import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AssessmentView, Framework, Subject } from "../../bridge/generated/wire";
import { useAsk, useAskAhead } from "../../bridge/queries";
import { useAnnounce } from "../../kit/Announcer";
import { useRemembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { QUESTION } from "./ControlHead";
import { beside, following, listed, spots, WHOLE, type Which } from "./listing";

const w = words.desk;

/** The desk's place and the ways through it: section, filter, the open control and its subject.
 * All of it is there again when one comes back. */
export function useDesk(
  framework: Framework,
  file: AssessmentView,
  opened: { control: string | null; subject: Subject | null },
  show: (control: string) => void,
) {
  const announce = useAnnounce();
  const askAhead = useAskAhead();
  const assessment = file.assessment.id;
  const [section, setSection] = useRemembered(`desk section ${assessment}`, WHOLE);
  const [which, setWhich] = useRemembered<Which>(`desk filter ${assessment}`, "all");
  const [text, setText] = useRemembered(`desk text ${assessment}`, "");
  const [kept, keep] = useRemembered<string | null>(`desk control ${assessment}`, null);
  const [subjects, setSubjects] = useRemembered<Readonly<Record<string, Subject>>>(
    `desk subjects ${assessment}`,
    {},
  );

  const places = useMemo(() => spots(framework), [framework]);
  const rows = useMemo(() => new Map(file.rows.map((row) => [row.control, row])), [file.rows]);
  // Where it begins stays so when that control has got its answer.
  const [first] = useState(
    () => file.rows.find((row) => !row.answered)?.control ?? file.rows[0]?.control ?? "",
  );
  const control = opened.control ?? kept ?? first;
  const shown = useMemo(
    () => listed(places, rows, { section, which, text }),
    [places, rows, section, which, text],
  );
  const here = places.find((spot) => spot.control.id === control)?.control ?? null;
  // What changes a control elsewhere marks it as outdated; until then what is here holds.
  const asked = useAsk("control", { assessment, control }, { enabled: here !== null, fresh: Infinity });
  const answers = asked.data?.answers ?? [];
  const wanted = opened.subject ?? subjects[control];
  const subject = (answers.find((row) => row.subject === wanted) ?? answers[0])?.subject;

  const open = useCallback(
    (id: string) => {
      keep(id);
      show(id);
    },
    [keep, show],
  );
  const onSubject = useCallback(
    (of: Subject) => {
      setSubjects({ ...subjects, [control]: of });
      // A place that names a subject gives way to the one chosen now.
      if (opened.subject !== null) show(control);
    },
    [setSubjects, subjects, control, opened.subject, show],
  );

  // Who works in a section, or in what a filter shows, stays in it as long as it has more.
  const nextOpen = useMemo(() => {
    const isOpen = (id: string) => rows.get(id)?.answered === false;
    const inList = new Set(shown.map((one) => one.control.id));
    return (
      following(places, control, (id) => inList.has(id) && isOpen(id)) ??
      following(places, control, isOpen)
    );
  }, [places, rows, shown, control]);
  const after = beside(places, shown, control, 1)?.id;
  const before = beside(places, shown, control, -1)?.id;
  useEffect(() => {
    for (const id of [after, nextOpen?.id, before]) {
      if (id) askAhead("control", { assessment, control: id });
    }
  }, [askAhead, assessment, after, before, nextOpen]);

  // What the keys do is read when they are pressed, so that the bar need not be drawn anew.
  const latest = { shown, after, before, places, control, rows, answers, subject, nextOpen };
  const now = useRef(latest);
  useEffect(() => {
    now.current = latest;
  });

  const step = useCallback(
    (by: 1 | -1) => {
      const { after, before } = now.current;
      const next = by > 0 ? after : before;
      if (next) open(next);
    },
    [open],
  );
  const forth = useCallback(() => step(1), [step]);
  const back = useCallback(() => step(-1), [step]);
  const toFirst = useCallback(() => {
    const found = now.current.shown[0];
    if (!found) return;
    open(found.control.id);
    document.getElementById(QUESTION)?.focus({ preventScroll: true });
  }, [open]);
  const seek = useCallback(
    (id: string | undefined, none: string) => {
      if (!id) {
        announce(none);
        return;
      }
      if (!now.current.shown.some((one) => one.control.id === id)) {
        setSection(WHOLE);
        setWhich("all");
        setText("");
      }
      open(id);
    },
    [announce, open, setSection, setWhich, setText],
  );
  const unanswered = useCallback(() => {
    const { answers, subject, nextOpen, rows, control } = now.current;
    const place = answers.findIndex((row) => row.subject === subject);
    const order = [...answers.slice(place + 1), ...answers.slice(0, Math.max(0, place))];
    const other = order.find((row) => row.words.implementation === null);
    if (other) onSubject(other.subject);
    else seek(nextOpen?.id, rows.get(control)?.answered ? w.allAnswered : w.lastOpen);
  }, [onSubject, seek]);
  const flagged = useCallback(() => {
    const { places, control, rows } = now.current;
    seek(following(places, control, (id) => rows.get(id)?.flagged ?? false)?.id, w.noneFlagged);
  }, [seek]);
  const requested = useCallback(() => {
    const { places, control, rows } = now.current;
    const next = following(places, control, (id) => (rows.get(id)?.openRequests ?? 0) > 0);
    seek(next?.id, w.noneAsked);
  }, [seek]);

  const openSubject = answers.find(
    (row) => row.subject !== subject && row.words.implementation === null,
  );
  const next = openSubject
    ? w.nextSubjectIs(openSubject.subjectName)
    : nextOpen
      ? w.nextIs(nextOpen.id, nextOpen.label)
      : null;
  const answered = file.rows.filter((row) => row.answered).length;
  return {
    section, setSection, which, setWhich, text, setText,
    places, rows, shown, control, here, asked, subject, onSubject,
    open, first: toFirst, step, forth, back, unanswered, flagged, requested, next,
    answered,
  };
}
