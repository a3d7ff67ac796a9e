import { useState } from "react";
import type { EvidenceRequest, Framework, Person, RequestState } from "../../bridge/generated/wire";
import { NEW } from "../../bridge/record";
import { Button } from "../../kit/Button";
import { Radios, Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import { labels, placed } from "../framework";
import { AnsweredBy } from "./AnsweredBy";
import { PersonFields } from "./PersonFields";
import { useSaveRequests } from "./useSaveRequests";
import parts from "../parts.module.css";

const w = words.request;

type Props = {
  framework: Framework;
  request: EvidenceRequest;
  people: readonly Person[];
  onControl?: () => void;
  onClose: () => void;
};

/** Where a request stands: whom to ask, by when, what came. A new one says what is wanted. */
export function RequestDialog({ framework, request, people, onControl, onClose }: Props) {
  const { save, fault } = useSaveRequests(request.assessment);
  const [draft, setDraft] = useState(request);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<EvidenceRequest>) => setDraft((was) => ({ ...was, ...part }));
  const isNew = request.id === NEW;
  const needsReason = draft.state === "refused" || draft.state === "not-to-be-had";
  const whole =
    draft.artefact.trim() !== "" &&
    draft.control !== "" &&
    (!needsReason || draft.reason.trim() !== "");
  const keep = async () => {
    setTried(true);
    if (whole && (await save([draft], w.changed(1, words.code.request[draft.state])))) onClose();
  };
  return (
    <Dialog
      title={isNew ? w.addTitle : w.edit}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          {onControl && (
            <Button weight="quiet" onPress={onControl}>
              {`${w.toControl} ${request.control}`}
            </Button>
          )}
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button changes weight="primary" onPress={() => void keep()}>
            {words.kit.save}
          </Button>
        </>
      }
    >
      <div className={parts.stack}>
        {request.origin === "person" ? (
          <Wanted framework={framework} request={request} draft={draft} tried={tried} change={change} />
        ) : (
          <div>
            <p>
              <strong>{request.artefact}</strong>
            </p>
            <p className={parts.quiet}>
              {w.usually}: {labels(framework.owners, request.owners) || words.kit.nothing} ·{" "}
              {w.collect}: {labels(framework.collections, [request.collection])} · {w.why}:{" "}
              {words.code.origin[request.origin]}
            </p>
          </div>
        )}
        {!isNew && (
          <Radios<RequestState>
            label={w.state}
            value={draft.state}
            options={options(words.code.request)}
            onChange={(state) => change({ state })}
            flow="line"
          />
        )}
        {needsReason && (
          <Field
            label={w.reason}
            lines={2}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            error={tried && !draft.reason.trim() ? w.reasonMissing : undefined}
          />
        )}
        <PersonFields people={people} whom={draft} onWhom={change} />
        <DateField label={w.due} value={draft.due} onChange={(due) => change({ due })} />
        {!isNew && (
          <Field
            label={w.remark}
            hint={w.remarkHint}
            lines={2}
            value={draft.remark ?? ""}
            onChange={(remark) => change({ remark })}
          />
        )}
        {!isNew && (
          <AnsweredBy
            assessment={request.assessment}
            evidence={draft.evidence}
            onEvidence={(evidence) => change({ evidence })}
          />
        )}
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  );
}

type WantedProps = {
  framework: Framework;
  request: EvidenceRequest;
  draft: EvidenceRequest;
  tried: boolean;
  change: (part: Partial<EvidenceRequest>) => void;
};

/** What somebody asks for by hand, and for which control. */
function Wanted({ framework, request, draft, tried, change }: WantedProps) {
  return (
    <>
      <Field
        label={w.artefact}
        value={draft.artefact}
        onChange={(artefact) => change({ artefact })}
        error={tried && !draft.artefact.trim() ? w.artefactMissing : undefined}
      />
      {request.control === "" && (
        <Select
          label={w.control}
          value={draft.control}
          options={[
            { id: "", label: w.controlNone },
            ...placed(framework).map(({ control: { id, label } }) => ({ id, label: `${id} ${label}` })),
          ]}
          onChange={(control) => change({ control })}
          {...(tried && draft.control === "" ? { hint: w.controlMissing } : {})}
        />
      )}
    </>
  );
}
