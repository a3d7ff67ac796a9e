import type { Bearing, EvidenceLink, Framework, LinkedEvidence, Strength } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Select } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date, size } from "../../words/format";
import { options } from "../../words/options";
import { SaveMark } from "../SaveMark";
import { EvidenceActions } from "./EvidenceActions";
import styles from "./evidence.module.css";

const w = words.evidence;

type Props = {
  framework: Framework;
  linked: LinkedEvidence;
  subjectName: string | null;
  best: boolean;
  stale: boolean;
};

/** An item of evidence with how it bears on a control. */
export function LinkedEvidenceItem({ framework, linked, subjectName, best, stale }: Props) {
  const tell = useTell();
  const { evidence, link } = linked;
  const draft = useDraft<EvidenceLink>(`link ${link.id}`, link, async (value) =>
    (await tell("save_link", value)).saved,
  );
  const change = (part: Partial<EvidenceLink>, when: "now" | "soon") =>
    draft.write({ ...draft.value, ...part }, when);
  return (
    <li className={styles.linked}>
      <div className={styles.linkedHead}>
        <Icon name={evidence.attachment ? "file" : "note"} />
        <div className={styles.linkedName}>
          <strong>{evidence.title}</strong>
          <p className={styles.quiet}>
            {evidence.attachment ? (
              <>
                <bdi>{evidence.attachment.fileName}</bdi>, {size(evidence.attachment.length)}
              </>
            ) : (
              w.noFile
            )}
            {evidence.collectedOn && ` · ${date(evidence.collectedOn)}`}
            {subjectName && ` · ${subjectName}`}
          </p>
        </div>
        <EvidenceActions
          framework={framework}
          evidence={evidence}
          onUnlink={() => tell("remove_link", { link: link.id })}
        />
      </div>
      <p className={styles.signs}>
        {evidence.withdrawn && (
          <Status shade="bad" icon="cross">
            {w.withdrawn}
          </Status>
        )}
        {best && (
          <Status shade="accent" icon="check">
            {w.best}
          </Status>
        )}
        {best && stale && (
          <Status shade="warn" icon="clock">
            {w.stale}
          </Status>
        )}
        {evidence.phi !== "no" && (
          <Status shade="warn" icon={evidence.phi === "yes" ? "warning" : "question"}>
            {words.code.phi[evidence.phi]}
          </Status>
        )}
      </p>
      {evidence.withdrawn ? (
        <p className={styles.quiet}>
          {w.withdrawnWhy(
            evidence.withdrawn.by,
            date(evidence.withdrawn.at),
            evidence.withdrawn.reason,
          )}
        </p>
      ) : (
        <div className={styles.bears}>
          <Select<Strength>
            label={w.strength}
            value={draft.value.strength}
            options={options(words.code.strength, words.code.strengthHint)}
            onChange={(strength) => change({ strength }, "now")}
          />
          <Select<Bearing>
            label={w.bearing}
            value={draft.value.bearing}
            options={options(words.code.bearing)}
            onChange={(bearing) => change({ bearing }, "now")}
          />
          <Field
            label={w.remark}
            value={draft.value.remark}
            onChange={(remark) => change({ remark }, "soon")}
          />
          <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
        </div>
      )}
    </li>
  );
}
