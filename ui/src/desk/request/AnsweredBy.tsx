import { useAsk } from "../../bridge/queries";
import { Checkbox } from "../../kit/Choice";
import { words } from "../../words/en";
import styles from "./request.module.css";

const w = words.request;

type Props = {
  assessment: string;
  evidence: readonly string[];
  onEvidence: (evidence: string[]) => void;
};

/** The evidence that answered a request; what does not answer it can be taken off. */
export function AnsweredBy({ assessment, evidence, onEvidence }: Props) {
  // Only the names of what answers it are needed.
  const shelf = useAsk("shelf", { assessment }, { enabled: evidence.length > 0 });
  const known = shelf.data?.evidence.filter(({ id }) => evidence.includes(id)) ?? [];
  return (
    <fieldset className={styles.fieldset}>
      <legend>{w.answeredBy}</legend>
      {evidence.length === 0 && <p className={styles.quiet}>{w.noEvidence}</p>}
      {known.map(({ id, title }) => (
        <Checkbox
          key={id}
          isSelected
          onChange={() => onEvidence(evidence.filter((one) => one !== id))}
        >
          {title}
        </Checkbox>
      ))}
    </fieldset>
  );
}
