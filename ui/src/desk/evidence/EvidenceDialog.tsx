import { useState, type SubmitEvent } from "react";
import type { Confidentiality, Evidence, Framework, Phi } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Radios, Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import parts from "../parts.module.css";

const w = words.evidence;

type Props = {
  framework: Framework;
  evidence: Evidence;
  /** The control that a new item is for. */
  control: string | null;
  onClose: () => void;
};

/** All that is said about an item of evidence. */
export function EvidenceDialog({ framework, evidence, control, onClose }: Props) {
  const tell = useTell();
  const [draft, setDraft] = useState(evidence);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const change = (part: Partial<Evidence>) => setDraft((was) => ({ ...was, ...part }));
  const mixed = (from: string | null, to: string | null) =>
    from && to && to < from ? w.datesMixed : undefined;
  const period = mixed(draft.coversFrom, draft.coversTo);
  const force = mixed(draft.effective, draft.validUntil);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!draft.title.trim() || period || force) return;
    try {
      await tell("save_evidence", { evidence: draft, control, strength: control ? "stated" : null });
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  return (
    <Dialog
      title={draft.attachment ? w.editTitle : w.referenceTitle}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" type="submit" form="evidence">
            {words.kit.save}
          </Button>
        </>
      }
    >
      <form
        id="evidence"
        className={parts.stack}
        onSubmit={(event) => void save(event)}
        noValidate
      >
        <Field
          label={w.name}
          value={draft.title}
          onChange={(title) => change({ title })}
          error={tried && !draft.title.trim() ? w.nameMissing : undefined}
        />
        <Field
          label={draft.attachment ? w.text : w.textReference}
          lines={3}
          value={draft.text}
          onChange={(text) => change({ text })}
        />
        <Radios<Phi>
          label={w.phi}
          value={draft.phi}
          options={options(words.code.phi)}
          onChange={(phi) => change({ phi })}
          flow="line"
        />
        {draft.phi === "yes" && (
          <Note tone="warn">
            <p>{w.phiYes}</p>
          </Note>
        )}
        <Fields framework={framework} draft={draft} change={change} period={period} force={force} />
        {fault && <FaultNote fault={fault} />}
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  framework: Framework;
  draft: Evidence;
  change: (part: Partial<Evidence>) => void;
  period: string | undefined;
  force: string | undefined;
};

function Fields({ framework, draft, change, period, force }: FieldsProps) {
  const collections = [
    { id: "", label: w.collectionNone },
    ...framework.collections.map(({ id, label }) => ({ id, label })),
  ];
  const day = (label: string, key: DayKey, error?: string) => (
    <DateField
      label={label}
      value={draft[key]}
      onChange={(value) => change({ [key]: value })}
      error={error}
    />
  );
  return (
    <div className={parts.pairs}>
      <Field
        label={w.providedBy}
        value={draft.providedBy}
        onChange={(providedBy) => change({ providedBy })}
      />
      <Field
        label={w.collectedBy}
        value={draft.collectedBy}
        onChange={(collectedBy) => change({ collectedBy })}
      />
      {day(w.collectedOn, "collectedOn")}
      <Select
        label={w.collection}
        value={draft.collection}
        options={collections}
        onChange={(collection) => change({ collection })}
      />
      {day(w.coversFrom, "coversFrom")}
      {day(w.coversTo, "coversTo", period)}
      {day(w.effective, "effective")}
      {day(w.validUntil, "validUntil", force)}
      <Field
        label={w.documentVersion}
        value={draft.documentVersion}
        onChange={(documentVersion) => change({ documentVersion })}
      />
      <Select<Confidentiality>
        label={w.confidentiality}
        value={draft.confidentiality}
        options={options(words.code.confidentiality)}
        hint={w.confidentialityHints[draft.confidentiality]}
        onChange={(confidentiality) => change({ confidentiality })}
      />
    </div>
  );
}

type DayKey = "collectedOn" | "coversFrom" | "coversTo" | "effective" | "validUntil";
