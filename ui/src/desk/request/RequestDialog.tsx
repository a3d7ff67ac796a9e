import { useState } from "react";
import type {
  Evidence,
  EvidenceRequest,
  Framework,
  Person,
  RequestState,
} from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Checkbox, Radios, Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import { labels } from "../framework";
import styles from "../evidence/evidence.module.css";

const w = words.request;

type Props = {
  framework: Framework;
  request: EvidenceRequest;
  people: readonly Person[];
  evidence: readonly Evidence[];
  onControl?: () => void;
  onClose: () => void;
};

/** Where a request stands: whom to ask, by when, what came. */
export function RequestDialog(props: Props) {
  const { framework, request, people, evidence, onControl, onClose } = props;
  const tell = useTell();
  const [draft, setDraft] = useState(request);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const change = (part: Partial<EvidenceRequest>) => setDraft((was) => ({ ...was, ...part }));
  const needsReason = draft.state === "refused" || draft.state === "not-to-be-had";
  const save = async () => {
    setTried(true);
    if (needsReason && !draft.reason.trim()) return;
    try {
      await tell("save_request", draft);
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const chosen = (id: string) => draft.evidence.includes(id);
  return (
    <Dialog
      title={w.edit}
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
          <Button weight="primary" onPress={() => void save()}>
            {words.kit.save}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <div>
          <p>
            <strong>{request.artefact}</strong>
          </p>
          <p className={styles.quiet}>
            {w.usually}: {labels(framework.owners, request.owners) || words.kit.nothing} ·{" "}
            {w.collect}: {labels(framework.collections, [request.collection])} · {w.why}:{" "}
            {words.code.origin[request.origin]}
          </p>
        </div>
        <Radios<RequestState>
          label={w.state}
          value={draft.state}
          options={options(words.code.request)}
          onChange={(state) => change({ state })}
          flow="line"
        />
        {needsReason && (
          <Field
            label={w.reason}
            lines={2}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            error={tried && !draft.reason.trim() ? w.reasonMissing : undefined}
          />
        )}
        <div className={styles.pairs}>
          <Select
            label={w.person}
            value={draft.person ?? ""}
            options={[
              { id: "", label: w.personNone },
              ...people.map((p) => ({ id: p.id, label: p.name, hint: p.role })),
            ]}
            onChange={(person) => change({ person: person || null })}
          />
          <Field label={w.ask} value={draft.ask} onChange={(ask) => change({ ask })} />
          <DateField label={w.due} value={draft.due} onChange={(due) => change({ due })} />
        </div>
        <fieldset className={styles.fieldset}>
          <legend>{w.answeredBy}</legend>
          {evidence.length === 0 && <p className={styles.quiet}>{w.noEvidence}</p>}
          <div className={styles.choices}>
            {evidence
              .filter((e) => e.withdrawn === null || chosen(e.id))
              .map(({ id, title }) => (
                <Checkbox
                  key={id}
                  isSelected={chosen(id)}
                  onChange={(on) =>
                    change({
                      evidence: on ? [...draft.evidence, id] : draft.evidence.filter((e) => e !== id),
                    })
                  }
                >
                  {title}
                </Checkbox>
              ))}
          </div>
        </fieldset>
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  );
}
