import { useState } from "react";
import type { AttachedView, Strength, Subject } from "../../bridge/generated/wire";
import { useAnnounce } from "../../kit/Announcer";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import { AttachResults, counted } from "./AttachResults";
import { AttachWork } from "./AttachWork";
import { useDropped } from "./taker";
import { useAttach } from "./useAttach";
import styles from "./attach.module.css";

const w = words.evidence;

type Props = {
  assessment: string;
  control: string | null;
  subject: Subject;
  /** Given where these are redacted copies of an item. */
  redacts?: string;
  onDone?: (view: AttachedView) => void;
};

/** Attaches files by picker, drop or paste, with progress, cancel and a result for each. */
export function Attach(props: Props) {
  return useReadOnly() ? null : <Attaching {...props} />;
}

function Attaching({ assessment, control, subject, redacts, onDone }: Props) {
  const [strength, setStrength] = useState<Strength>("examined");
  const target = { assessment, control, subject, strength, ...(redacts ? { redacts } : {}) };
  const announce = useAnnounce();
  const { work, files, fault, start, cancel, forget } = useAttach(target, (view) => {
    announce(counted(view.files).map(({ sentence }) => sentence).join(", "));
    onDone?.(view);
  });
  const pick = () => void start({ by: "picker" });
  const paste = () => void start({ by: "paste" });
  useDropped((token) => void start({ by: "drop", token }));
  useActions([
    { id: "attach", name: w.attach, keys: "A", group: w.title, run: pick },
    { id: "paste", name: w.paste, keys: "Ctrl+V", group: w.title, run: paste },
  ]);

  return (
    <div className={styles.attach}>
      <div className={styles.zone}>
        <Button icon="clip" keys="A" aria-keyshortcuts="a" onPress={pick}>
          {w.attach}
        </Button>
        {/* A redacted copy is a file that somebody made; a pasted one would not say of what. */}
        {!redacts && (
          <Button weight="quiet" keys="Ctrl+V" aria-keyshortcuts="Control+V" onPress={paste}>
            {w.paste}
          </Button>
        )}
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
      {work && <AttachWork work={work} onCancel={cancel} />}
      {fault && <FaultNote fault={fault} />}
      {files.length > 0 && <AttachResults files={files} onForget={forget} />}
    </div>
  );
}
