import { useCallback, useEffect, useRef, useState } from "react";
import type { AttachedFile, Strength, Subject } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useClient, useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { Icon } from "../../kit/Icon";
import { Progress } from "../../kit/Meter";
import { Status } from "../../kit/Status";
import { useKeys } from "../../kit/useKeys";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import styles from "./evidence.module.css";

const w = words.evidence;
let tasks = 0;

type Work = { task: string; file: number; files: number; done: number; total: number };
type Props = { assessment: string; control: string | null; subject: Subject };

/** Attaches files by picker or drop, with progress, cancel and a result for each. */
export function Attach({ assessment, control, subject }: Props) {
  const tell = useTell();
  const client = useClient();
  const [strength, setStrength] = useState<Strength>("examined");
  const [work, setWork] = useState<Work | null>(null);
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const busy = useRef(false);

  const attach = useCallback(
    async (dropped: string | null) => {
      if (busy.current) return;
      busy.current = true;
      tasks += 1;
      const task = `attach-${tasks}`;
      setWork({ task, file: 0, files: 0, done: 0, total: 0 });
      setFault(null);
      try {
        const request = { assessment, control, subject, strength, dropped, task };
        setFiles((await tell("attach_files", request)).files);
      } catch (reason) {
        setFault(asFault(reason));
      } finally {
        busy.current = false;
        setWork(null);
      }
    },
    [tell, assessment, control, subject, strength],
  );

  useEffect(() => client.listen("dropped", ({ token }) => void attach(token)), [client, attach]);
  useEffect(
    () => client.listen("progress", (said) => setWork((was) => (was?.task === said.task ? said : was))),
    [client],
  );
  useKeys({ a: () => void attach(null) });

  return (
    <div className={styles.attach}>
      <div className={styles.attachLine}>
        <Button icon="clip" keys="A" aria-keyshortcuts="a" onPress={() => void attach(null)}>
          {w.attach}
        </Button>
        {control !== null && (
          <Select<Strength>
            label={w.strengthFor}
            quietLabel
            value={strength}
            options={options(words.code.strength, words.code.strengthHint)}
            onChange={setStrength}
          />
        )}
        <span className={styles.dropWords}>{w.drop}</span>
      </div>
      {work && (
        <div className={styles.work} role="status">
          <span>{work.files > 0 ? w.attaching(work.file, work.files) : w.attachingStart}</span>
          <Progress label={w.attachingStart} value={work.done} total={work.total} />
          <Button
            weight="quiet"
            onPress={() => void tell("cancel_task", { task: work.task }).catch(() => undefined)}
          >
            {w.cancel}
          </Button>
        </div>
      )}
      {fault && <FaultNote fault={fault} />}
      {files.length > 0 && <Results files={files} />}
    </div>
  );
}

function Results({ files }: { files: readonly AttachedFile[] }) {
  return (
    <div role="status">
      <ul className={styles.results} aria-label={w.results}>
        {files.map((file, index) => {
          const taken = file.outcome === "added" || file.outcome === "already-there";
          return (
            <li key={index}>
              <Icon name="file" />
              <bdi className={styles.fileName}>{file.fileName}</bdi>
              <Status shade={taken ? "good" : "bad"} icon={taken ? "check" : "stop"}>
                {words.code.attach[file.outcome]}
              </Status>
              {file.sentence && <span>{file.sentence}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
