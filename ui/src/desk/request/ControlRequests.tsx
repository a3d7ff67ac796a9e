import { useState } from "react";
import type { ControlView, EvidenceRequest, Framework, Person, Subject } from "../../bridge/generated/wire";
import { ALL } from "../../bridge/record";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { Some } from "../Some";
import { ActDialogs } from "./ActDialogs";
import { newRequest } from "./blank";
import { RequestDialog } from "./RequestDialog";
import { RequestLine } from "./RequestLine";
import { useActs } from "./useActs";
import parts from "../parts.module.css";

const w = words.request;

type Props = {
  framework: Framework;
  view: ControlView;
  people: readonly Person[];
  subject?: Subject;
};

/** What is wanted for a control, with all that can be done about it in place. */
export function ControlRequests({ framework, view, people, subject = ALL }: Props) {
  const { assessment, control } = view;
  const [open, setOpen] = useState<EvidenceRequest | null>(null);
  const { act, asking, close, save, fault, said } = useActs(assessment);
  return (
    <section className={parts.part} aria-label={words.desk.requests}>
      <header className={parts.head}>
        <h2>{words.desk.requests}</h2>
        <Button
          changes
          weight="quiet"
          edge="end"
          icon="plus"
          onPress={() => setOpen(newRequest(assessment, control, subject))}
        >
          {w.add}
        </Button>
      </header>
      {view.requests.length === 0 && <p className={parts.quiet}>{words.desk.noRequests}</p>}
      <Some items={view.requests} first={20}>
        {(request) => (
          <RequestLine
            key={request.id}
            request={request}
            people={people}
            onOpen={() => setOpen(request)}
            onAct={(what) => act(what, [request])}
          />
        )}
      </Some>
      {said && <p className={parts.quiet}>{said}</p>}
      {fault && !asking && <FaultNote fault={fault} />}
      <ActDialogs
        asking={asking}
        assessment={assessment}
        people={people}
        save={save}
        fault={fault}
        onClose={close}
      />
      {open && (
        <RequestDialog
          framework={framework}
          request={open}
          people={people}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
