import { useEffect, useMemo, useRef, useState } from "react";
import type { Finding, Framework } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { useActions } from "../../kit/actions";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { date } from "../../words/format";
import { controlOf, severityWord } from "../framework";
import { SeverityMark } from "../marks";
import { filtered, type FindingFilter } from "./filter";
import { FindingFilters } from "./FindingFilters";
import { FindingSheet } from "./FindingSheet";
import styles from "./list.module.css";

const w = words.finding;

type Props = {
  framework: Framework;
  findings: readonly Finding[];
  filter: FindingFilter;
  onFilter: (filter: FindingFilter) => void;
  /** The finding that is read; nothing means the first of the list. */
  chosen: string | null;
  onChoose: (finding: string) => void;
  nameOf: (subject: string) => string;
  onControl: (control: string) => void;
};

/** All findings of an assessment: the list, and beside it the one that is read and replied to. */
export function FindingList(props: Props) {
  const { framework, findings, filter, onFilter, nameOf, onChoose, onControl } = props;
  // One that was gone to by key takes the focus: the next Tab is in its response.
  const [byKey, setByKey] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => filtered(framework, findings, filter),
    [framework, findings, filter],
  );
  // What is settled is a list of its own, so it is not counted among the open ones.
  const inQuestion = findings.filter(
    ({ standing }) => (standing === "settled") === (filter.reply === "settled"),
  ).length;
  const columns = useMemo(() => columnsOf(framework, nameOf), [framework, nameOf]);
  // One that is being replied to stays in view, though it may no longer match the filter.
  const shown = findings.find(({ id }) => id === props.chosen) ?? rows[0] ?? null;
  const step = (by: number) => {
    const next = rows[rows.findIndex(({ id }) => id === shown?.id) + by];
    if (!next) return;
    setByKey(true);
    onChoose(next.id);
  };
  const group = words.overview.group;
  useActions([
    { id: "next", name: w.next, keys: "J", group, run: () => step(1) },
    { id: "previous", name: w.previous, keys: "K", group, run: () => step(-1) },
  ]);
  if (findings.length === 0) {
    return (
      <Empty icon="check" title={w.none}>
        <p>{w.noneWords}</p>
      </Empty>
    );
  }
  return (
    <section className={styles.part} aria-label={w.list}>
      <FindingFilters framework={framework} filter={filter} onFilter={onFilter} list={list} />
      <div className={styles.sides}>
        <div ref={list} className={styles.list}>
          <DataGrid
            label={w.list}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowText={({ control }) => control}
            onOpen={({ id }) => {
              setByKey(false);
              onChoose(id);
            }}
            selected={shown?.id ?? null}
            density="double"
            typeAhead="off"
            summary={w.showing(rows.length, inQuestion)}
            empty={<Empty icon="search" title={w.noMatch} />}
          />
        </div>
        {shown ? (
          <Chosen
            framework={framework}
            finding={shown}
            subjectName={nameOf(shown.subject)}
            takesFocus={byKey}
            onControl={onControl}
          />
        ) : (
          <p className={styles.choose}>{w.choose}</p>
        )}
      </div>
    </section>
  );
}

type ChosenProps = {
  framework: Framework;
  finding: Finding;
  subjectName: string;
  takesFocus: boolean;
  onControl: (control: string) => void;
};

function Chosen({ framework, finding, subjectName, takesFocus, onControl }: ChosenProps) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    sheet.current?.scrollTo(0, 0);
    if (takesFocus) sheet.current?.focus({ preventScroll: true });
  }, [takesFocus, finding.id]);
  const { assessment, control, subject } = finding;
  const asked = useAsk("control", { assessment, control }, { fresh: 30_000 });
  const answer = asked.data?.answers.find((row) => row.subject === subject)?.words ?? null;
  return (
    <section ref={sheet} tabIndex={-1} className={styles.chosen} aria-label={control}>
      <header className={styles.chosenHead}>
        <h2>
          {control} {controlOf(framework, control)?.label}
        </h2>
        <p>
          <SeverityMark weight={finding.severity} label={severityWord(framework, finding.severity)} />
          <span className={styles.quiet}>
            {[words.code.finding[finding.kind], subjectName].filter(Boolean).join(" · ")}
          </span>
        </p>
      </header>
      <FindingSheet
        framework={framework}
        finding={finding}
        answer={answer}
        onControl={onControl}
      />
    </section>
  );
}

function columnsOf(framework: Framework, nameOf: Props["nameOf"]): Column<Finding>[] {
  return [
    {
      id: "severity",
      title: w.columns.severity,
      width: "6.75rem",
      cell: ({ severity }) => (
        <SeverityMark weight={severity} label={severityWord(framework, severity)} />
      ),
      sort: (a, b) => a.severity - b.severity,
    },
    {
      id: "control",
      title: w.columns.control,
      width: "minmax(12rem, 1fr)",
      cell: ({ control, kind, subject }) => (
        <span className={styles.two}>
          <span>
            <strong>{control}</strong> {controlOf(framework, control)?.label}
          </span>
          <small>{[words.code.finding[kind], nameOf(subject)].filter(Boolean).join(" · ")}</small>
        </span>
      ),
      sort: (a, b) => a.control.localeCompare(b.control),
    },
    {
      id: "response",
      title: w.columns.response,
      width: "12rem",
      cell: ({ response, standing }) => (
        <span className={styles.two}>
          <span>
            {standing === "settled" ? words.code.standing.settled : words.code.course[response.course]}
          </span>
          <small>
            {[response.owner, response.due ? date(response.due) : ""].filter(Boolean).join(" · ")}
          </small>
        </span>
      ),
      sort: (a, b) => a.response.course.localeCompare(b.response.course),
    },
  ];
}
