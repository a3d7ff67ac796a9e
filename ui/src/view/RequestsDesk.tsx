import { useMemo, useRef, useState } from "react";
import type { EvidenceRequest, Framework, RequestsView as Plan } from "../bridge/generated/wire";
import { FaultNote } from "../desk/FaultNote";
import { ActBar } from "../desk/request/ActBar";
import { ActDialogs } from "../desk/request/ActDialogs";
import {
  ALL_GROUPS,
  arranged,
  dueOf,
  everythingIn,
  inOrder,
  matching,
  requestRows,
  type Arrangement,
  type RequestRow,
} from "../desk/request/arrange";
import { Groups } from "../desk/request/Groups";
import { NextUp } from "../desk/request/NextUp";
import { requestColumns } from "../desk/request/requestColumns";
import { RequestDialog } from "../desk/request/RequestDialog";
import { useActs } from "../desk/request/useActs";
import { ToggleButton } from "../kit/Button";
import { DataGrid } from "../kit/DataGrid/DataGrid";
import { SearchField } from "../kit/Field";
import { useRemembered } from "../kit/remembered";
import { Empty } from "../kit/State";
import { useFocusBack } from "../kit/useFocusBack";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { usePlace } from "./place";
import styles from "./RequestsView.module.css";

const w = words.request;
const key = (row: RequestRow) => row.request.id;
const name = (row: RequestRow) => row.request.artefact;

type Props = {
  assessment: string;
  framework: Framework;
  view: Plan;
  onControl: (id: string) => void;
};

/** The groups, the requests of one, and what can be done with them. */
export function RequestsDesk({ assessment, framework, view, onControl }: Props) {
  const { place } = usePlace();
  const wanted = place.at === "assessment" ? place.shown : undefined;
  const [by, setBy] = useRemembered<Arrangement>(`requests by ${assessment}`, "due");
  const [group, setGroup] = useRemembered(`requests group ${assessment}`, ALL_GROUPS);
  const [filter, setFilter] = useRemembered(`requests filter ${assessment}`, "");
  const [done, setDone] = useRemembered(`requests done ${assessment}`, false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const [open, setOpen] = useState<EvidenceRequest | null>(null);
  const [came, setCame] = useState<string | undefined>(undefined);
  // Whoever came for one request finds it open, once.
  if (wanted !== came) {
    setCame(wanted);
    setOpen(view.requests.find(({ id }) => id === wanted) ?? null);
  }
  const search = useRef<HTMLDivElement>(null);
  const acts = useActs(assessment);
  const list = useRef<HTMLDivElement>(null);
  useFocusBack(acts.asking !== null || open !== null, list);

  const rows = useMemo(() => requestRows(view, framework), [view, framework]);
  const due = useMemo(() => dueOf(rows), [rows]);
  const ordered = useMemo(() => inOrder(by, rows), [by, rows]);
  const fit = useMemo(() => matching(ordered, filter), [ordered, filter]);
  const groups = useMemo(() => arranged(by, fit, view, framework), [by, fit, view, framework]);
  const all = useMemo(() => everythingIn(fit), [fit]);
  const here = groups.find(({ id }) => id === group) ?? all;
  const shown = useMemo(
    () => (done || here.id === "done" ? here.rows : here.rows.filter((r) => r.bucket !== "done")),
    [here, done],
  );
  const picked = shown.filter((row) => chosen.has(key(row)));
  const at = shown.filter((row) => key(row) === focused);
  const targets = (picked.length > 0 ? picked : at).map((row) => row.request);
  const none = () => setChosen(new Set());

  useKeys({ "/": () => search.current?.querySelector("input")?.focus() });

  return (
    <>
      <NextUp
        due={due}
        onBucket={(bucket) => {
          setBy("due");
          setGroup(bucket);
          setFilter("");
        }}
        onOpen={(id) => setOpen(view.requests.find((one) => one.id === id) ?? null)}
      />
      <div className={styles.filters}>
        <div ref={search} className={styles.search}>
          <SearchField label={w.filter} value={filter} onChange={setFilter} list={list} />
        </div>
        <ToggleButton isSelected={done} onChange={setDone}>
          {w.done}
        </ToggleButton>
        <span className={styles.said}>{acts.said}</span>
      </div>
      <ActBar
        requests={targets}
        chosen={picked.length > 0}
        onAct={(what) => acts.act(what, targets)}
        onNone={none}
      />
      {acts.fault && !acts.asking && <FaultNote fault={acts.fault} />}
      <div className={styles.panes}>
        <Groups
          by={by}
          onBy={(next) => {
            setBy(next);
            setGroup(ALL_GROUPS);
            none();
          }}
          groups={groups}
          all={all}
          selected={here.id}
          onSelect={(id) => {
            setGroup(id);
            none();
          }}
        />
        <div ref={list} className={styles.list}>
          <DataGrid
            label={here.title}
            rows={shown}
            columns={requestColumns}
            rowKey={key}
            rowText={name}
            onOpen={(row) => setOpen(row.request)}
            onFocusRow={(row) => setFocused(key(row))}
            chosen={chosen}
            onChosen={setChosen}
            typeAhead="off"
            summary={w.showing(shown.length, view.requests.length)}
            empty={
              <Empty icon="search" title={filter ? w.none : w.noneHere}>
                <p>{w.noneMatch}</p>
              </Empty>
            }
          />
        </div>
      </div>
      <ActDialogs
        asking={acts.asking}
        assessment={assessment}
        people={view.people}
        save={acts.save}
        fault={acts.fault}
        onClose={acts.close}
        onDone={none}
      />
      {open && (
        <RequestDialog
          key={open.id}
          framework={framework}
          request={open}
          people={view.people}
          onControl={() => onControl(open.control)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
