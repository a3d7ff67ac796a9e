import type { AttachedFile, AttachOutcome } from "../../bridge/generated/wire";
import { IconButton } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Icon, type IconName } from "../../kit/Icon";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./attach.module.css";

const w = words.evidence;

/** More files than these are folded away when they went well, and scroll when they did not. */
const FEW = 3;

const marks: Record<AttachOutcome, { shade: Shade; icon: IconName }> = {
  added: { shade: "good", icon: "check" },
  "already-there": { shade: "good", icon: "check" },
  failed: { shade: "bad", icon: "stop" },
  cancelled: { shade: "quiet", icon: "dash" },
};
const order: readonly AttachOutcome[] = ["added", "already-there", "failed", "cancelled"];

/** Returns how many of the files had which outcome, in words. */
export function counted(files: readonly AttachedFile[]) {
  return order.flatMap((outcome) => {
    const count = files.filter((file) => file.outcome === outcome).length;
    return count > 0 ? [{ outcome, sentence: w.counted[outcome](count) }] : [];
  });
}

type Props = { files: readonly AttachedFile[]; onForget: () => void };

/** What became of files: the counts, then what went wrong, then the rest. */
export function AttachResults({ files, onForget }: Props) {
  const failed = files.filter((file) => file.outcome === "failed");
  const rest = files.filter((file) => file.outcome !== "failed");
  const many = files.length > FEW;
  return (
    <section className={styles.results} aria-label={w.results}>
      <div className={styles.counts}>
        <p className={styles.counts}>
          {counted(files).map(({ outcome, sentence }) => (
            <Status key={outcome} {...marks[outcome]}>
              {sentence}
            </Status>
          ))}
        </p>
        <IconButton icon="cross" label={w.forget} onPress={onForget} />
      </div>
      {failed.length > 0 && <Files label={w.problems} files={failed} scrolls={failed.length > FEW} />}
      {rest.length > 0 &&
        (many ? (
          <Fold title={w.taken} count={rest.length} plain>
            <Files label={w.taken} files={rest} scrolls />
          </Fold>
        ) : (
          <Files label={w.taken} files={rest} />
        ))}
    </section>
  );
}

type FilesProps = { label: string; files: readonly AttachedFile[]; scrolls?: boolean };

function Files({ label, files, scrolls }: FilesProps) {
  return (
    // What scrolls takes the focus, so that it can be read by keys.
    <ul
      aria-label={label}
      className={scrolls ? styles.long : styles.files}
      {...(scrolls ? { tabIndex: 0 } : {})}
    >
      {files.map((file, index) => (
        <li key={index}>
          <Icon name="file" />
          <bdi className={styles.fileName}>{file.fileName}</bdi>
          <Status {...marks[file.outcome]}>{words.code.attach[file.outcome]}</Status>
          {file.sentence && <span>{file.sentence}</span>}
        </li>
      ))}
    </ul>
  );
}
