import { useId, useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Icon } from "../../kit/Icon";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./passphrase.module.css";

const w = words.passphrase;

type Props = {
  label: string;
  hint: string;
  /** The file as the program gave it; nothing when there is none. */
  value: string | null;
  onChange: (file: string | null) => void;
  /** Whether a new one can be made here. */
  canMake?: boolean;
};

/** Returns the name of a file, whatever its folder is. */
function nameOf(file: string): string {
  return file.split(/[\\/]/u).at(-1) ?? file;
}

/** A key file that is needed beside a passphrase: chosen or made, never typed. */
export function KeyFileField({ label, hint, value, onChange, canMake }: Props) {
  const id = useId();
  const tell = useTell();
  const [fault, setFault] = useState<Fault | null>(null);
  const [made, setMade] = useState(false);

  const ask = async (command: "choose_key_file" | "make_key_file") => {
    setFault(null);
    try {
      const { folder } = await tell(command, {});
      if (folder === null) return;
      setMade(command === "make_key_file");
      onChange(folder);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  return (
    <div className={styles.file} role="group" aria-labelledby={`${id}-name`} aria-describedby={`${id}-hint`}>
      <span id={`${id}-name`} className={styles.label}>
        {label}
      </span>
      <span className={styles.fileLine}>
        {value === null ? (
          <span className={styles.none}>{w.noKeyFile}</span>
        ) : (
          <span className={styles.chosen} title={value}>
            <Icon name="file" /> {nameOf(value)}
          </span>
        )}
        <Button onPress={() => void ask("choose_key_file")}>{w.chooseKeyFile}</Button>
        {canMake && <Button onPress={() => void ask("make_key_file")}>{w.makeKeyFile}</Button>}
        {value !== null && (
          <Button weight="quiet" onPress={() => onChange(null)}>
            {w.withoutKeyFile}
          </Button>
        )}
      </span>
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
      <span role="status">{made && value !== null && <span className={styles.hint}>{w.keyFileMade}</span>}</span>
      {fault && <FaultNote fault={fault} />}
    </div>
  );
}
