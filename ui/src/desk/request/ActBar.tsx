import type { EvidenceRequest } from "../../bridge/generated/wire";
import { useActions } from "../../kit/actions";
import { Button, IconButton } from "../../kit/Button";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { ACTS, type Act } from "./acts";
import styles from "./request.module.css";

const w = words.request;

type Props = {
  /** What is acted on: what is chosen, or where the focus is. */
  requests: readonly EvidenceRequest[];
  chosen: boolean;
  onAct: (act: Act) => void;
  onNone: () => void;
};

/** What can be done with requests, each with its key. */
export function ActBar({ requests, chosen, onAct, onNone }: Props) {
  const isReadOnly = useReadOnly();
  const none = requests.length === 0;
  useActions(
    ACTS.map(({ act, keys }) => ({
      id: `request.${act}`,
      name: w.act[act],
      keys,
      group: w.title,
      run: () => onAct(act),
      isDisabled: none,
      changes: true,
    })),
  );
  if (isReadOnly) return null;
  const about = none
    ? w.actsNone
    : chosen
      ? w.actsFor(requests.length)
      : (requests[0]?.artefact ?? "");
  return (
    <div className={chosen ? styles.actsChosen : styles.acts} role="group" aria-label={w.acts}>
      <span className={styles.about} title={about}>
        {about}
      </span>
      {chosen && <IconButton icon="cross" label={w.chosenNone} onPress={onNone} />}
      {ACTS.map(({ act, keys }) => (
        <Button
          key={act}
          small
          keys={keys}
          aria-keyshortcuts={keys.toLowerCase()}
          isDisabled={none}
          onPress={() => onAct(act)}
        >
          {w.act[act]}
        </Button>
      ))}
    </div>
  );
}
