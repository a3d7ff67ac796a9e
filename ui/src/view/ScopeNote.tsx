import { useState } from "react";
import type { Assessment, Framework } from "../bridge/generated/wire";
import { asFault, type Fault } from "../bridge/fault";
import { useAsk, useTell } from "../bridge/queries";
import { useSavers } from "../bridge/savers";
import { lackingDays, weightyOf, withWeighty } from "../desk/assessment/terms";
import { TermsPreview } from "../desk/assessment/TermsPreview";
import { FaultNote } from "../desk/FaultNote";
import { useActions } from "../kit/actions";
import { useAnnounce } from "../kit/Announcer";
import { Button } from "../kit/Button";
import { classes } from "../kit/classes";
import { Note } from "../kit/Note";
import { words } from "../words/en";
import styles from "./ScopeView.module.css";

const w = words.start.preview;

type Props = {
  framework: Framework;
  /** The assessment as it is. */
  assessment: Assessment;
  /** The assessment with the words that are being written. */
  said: Assessment;
  /** The assessment as it would be; nothing when nothing is changed. */
  wanted: Assessment | null;
  onDone: () => void;
  onControl: (control: string) => void;
};

/** What a change of the terms touches, and the two buttons that end it. */
export function ScopeNote(props: Props) {
  const { framework, assessment, said, wanted, onDone, onControl } = props;
  const tell = useTell();
  const savers = useSavers();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const lacks = wanted ? lackingDays(wanted) : [];
  const isWhole = wanted !== null && lacks.length === 0;
  const asked = useAsk("preview_terms", wanted ?? assessment, { enabled: isWhole, keep: true });
  const apply = async () => {
    if (!wanted || !isWhole) return;
    setBusy(true);
    setFault(null);
    try {
      // What is still being typed goes first, so that neither overwrites the other.
      const unsaved = await savers.flush();
      if (unsaved[0]) {
        setFault(unsaved[0]);
        return;
      }
      await tell("save_assessment", withWeighty(said, weightyOf(wanted)));
      announce(w.applied);
      onDone();
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  const back = () => {
    setFault(null);
    onDone();
  };
  const group = words.start.scopeGroup;
  useActions([
    { id: "apply terms", name: w.applyAction, group, isDisabled: !isWhole, changes: true, run: () => void apply() },
    { id: "put terms back", name: w.backAction, group, isDisabled: !wanted, run: back },
  ]);
  return (
    <aside
      className={classes(styles.note, wanted !== null && styles.active)}
      aria-label={w.title}
      aria-busy={asked.isFetching}
    >
      <h2>{w.title}</h2>
      {!wanted && <p className={styles.quiet}>{w.idle}</p>}
      {wanted && (
        <div className={styles.found} aria-live="polite">
          {lacks.map((sentence) => (
            <Note key={sentence} tone="warn">
              <p>{sentence}</p>
            </Note>
          ))}
          {isWhole && asked.isError && (
            <FaultNote fault={asked.error} onRetry={() => void asked.refetch()} />
          )}
          {isWhole && !asked.data && !asked.isError && <p className={styles.quiet}>{w.looking}</p>}
          {isWhole && asked.data && (
            <TermsPreview framework={framework} view={asked.data} onControl={onControl} />
          )}
          {assessment.stage === "final" && (
            <Note tone="info">
              <p>{w.opensVersion(assessment.version)}</p>
            </Note>
          )}
        </div>
      )}
      {fault && <FaultNote fault={fault} />}
      {wanted && <p className={styles.quiet}>{w.kept}</p>}
      {wanted && (
        <div className={styles.ends}>
          <Button onPress={back}>{w.back}</Button>
          <Button
            weight="primary"
            isBusy={busy}
            isDisabled={!isWhole}
            onPress={() => void apply()}
          >
            {busy ? w.applying : w.apply}
          </Button>
        </div>
      )}
    </aside>
  );
}
