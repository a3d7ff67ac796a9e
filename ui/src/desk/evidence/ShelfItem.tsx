import { useState } from "react";
import type { Evidence, EvidenceLink, Framework } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { ALL, NEW } from "../../bridge/record";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { date, size } from "../../words/format";
import { FaultNote } from "../FaultNote";
import { controlOf, placed } from "../framework";
import { EvidenceActions } from "./EvidenceActions";
import styles from "./evidence.module.css";

const w = words.shelf;

type Props = {
  framework: Framework;
  evidence: Evidence;
  links: readonly EvidenceLink[];
  onControl: (id: string) => void;
  onClose: () => void;
};

/** One item of the shelf: what it is, what it bears on, and linking it to more. */
export function ShelfItem({ framework, evidence, links, onControl, onClose }: Props) {
  const tell = useTell();
  const [control, setControl] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const free = placed(framework).filter(
    (p) => !links.some((link) => link.control === p.control.id),
  );
  const link = async () => {
    try {
      await tell("save_link", {
        id: NEW,
        assessment: evidence.assessment,
        evidence: evidence.id,
        control,
        subject: ALL,
        strength: "examined",
        bearing: "supports",
        remark: "",
      });
      setControl("");
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const { attachment, withdrawn } = evidence;
  return (
    <Dialog title={evidence.title} isOpen onClose={onClose} wide>
      <div className={styles.stack}>
        {evidence.text && <p>{evidence.text}</p>}
        <dl className={styles.facts}>
          {attachment && (
            <>
              <dt>{w.file}</dt>
              <dd>
                <bdi>{attachment.fileName}</bdi>, {size(attachment.length)}
              </dd>
              <dt>{w.digest}</dt>
              <dd>
                <code>{attachment.sha256}</code>
              </dd>
            </>
          )}
          <dt>{w.columns.added}</dt>
          <dd>{date(evidence.added)}</dd>
          <dt>{w.columns.phi}</dt>
          <dd>{words.code.phi[evidence.phi]}</dd>
        </dl>
        {withdrawn && (
          <p>
            {words.evidence.withdrawnWhy(withdrawn.by, date(withdrawn.at), withdrawn.reason)}
          </p>
        )}
        <EvidenceActions framework={framework} evidence={evidence} />
        <section>
          <h3>{w.links}</h3>
          {links.length === 0 && <p className={styles.quiet}>{w.notLinked}</p>}
          <ul>
            {links.map((one) => (
              <li key={one.id}>
                <Button weight="quiet" edge="start" onPress={() => onControl(one.control)}>
                  {`${one.control} ${controlOf(framework, one.control)?.label ?? ""}`}
                </Button>
                <span className={styles.quiet}>
                  {words.code.strength[one.strength]}, {words.code.bearing[one.bearing]}
                </span>
              </li>
            ))}
          </ul>
        </section>
        {!withdrawn && (
          <div className={styles.attachLine}>
            <Select
              label={w.linkAdd}
              value={control}
              options={[
                { id: "", label: w.linkChoose },
                ...free.map((p) => ({
                  id: p.control.id,
                  label: `${p.control.id} ${p.control.label}`,
                })),
              ]}
              onChange={setControl}
            />
            <Button isDisabled={control === ""} onPress={() => void link()}>
              {w.linkDo}
            </Button>
          </div>
        )}
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  );
}
