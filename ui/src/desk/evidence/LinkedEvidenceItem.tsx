import { Button } from "react-aria-components";
import type { Bearing, Evidence, EvidenceLink, Framework, LinkedEvidence, Strength } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Select } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { words } from "../../words/en";
import { date, size } from "../../words/format";
import { options } from "../../words/options";
import { SaveMark } from "../SaveMark";
import { EvidenceActions } from "./EvidenceActions";
import { EvidenceSigns } from "./EvidenceSigns";
import { PairNote, pairOf } from "./PairNote";
import { PhiNote } from "./PhiNote";
import styles from "./evidence.module.css";
import parts from "../parts.module.css";

const w = words.evidence;

type Props = {
  framework: Framework;
  linked: LinkedEvidence;
  /** All evidence at hand, to find the other half of a pair. */
  all: readonly Evidence[];
  subjectName: string | null;
  counts: "best" | "stale" | undefined;
  onLook: (evidence: Evidence) => void;
};

/** An item of evidence with how it bears on a control. */
export function LinkedEvidenceItem(props: Props) {
  const { framework, linked, all, subjectName, counts, onLook } = props;
  const tell = useTell();
  const { evidence, link } = linked;
  const others = pairOf(evidence, all);
  return (
    <li className={styles.linked}>
      <div className={styles.linkedHead}>
        <Icon name={evidence.attachment ? "file" : "note"} />
        <div className={styles.linkedName}>
          <Button
            className={styles.look ?? ""}
            aria-label={w.look(evidence.title)}
            onPress={() => onLook(evidence)}
          >
            {evidence.title}
          </Button>
          <p className={parts.quiet}>
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
      <div className={styles.inset}>
        <EvidenceSigns evidence={evidence} counts={counts} />
        <PairNote evidence={evidence} others={others} onLook={onLook} />
        <PhiNote
          evidence={evidence}
          paired={others.length > 0}
          place={{ control: link.control, subject: link.subject }}
        />
      </div>
      {evidence.withdrawn ? (
        <p className={parts.quiet}>
          {w.withdrawnWhy(
            evidence.withdrawn.by,
            date(evidence.withdrawn.at),
            evidence.withdrawn.reason,
          )}
        </p>
      ) : (
        <Bears link={link} />
      )}
    </li>
  );
}

/** How strong evidence is for an answer, and which way it points. */
function Bears({ link }: { link: EvidenceLink }) {
  const tell = useTell();
  const draft = useDraft<EvidenceLink>(`link ${link.id}`, link, async (value) =>
    (await tell("save_link", value)).saved,
  );
  const change = (part: Partial<EvidenceLink>, when: "now" | "soon") =>
    draft.write({ ...draft.value, ...part }, when);
  return (
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
  );
}
