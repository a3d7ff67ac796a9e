import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./request.module.css";

const w = words.request;

type Props = {
  assessment: string;
  /** Controls with an evidence gap and no open request. */
  missing: readonly string[];
  /** How many requests there are now. */
  count: number;
};

/** Offers to ask for proof where it lacks and nothing is asked for. */
export function MissingOffer({ assessment, missing, count }: Props) {
  const tell = useTell();
  const announce = useAnnounce();
  const isReadOnly = useReadOnly();
  const [fault, setFault] = useState<Fault | null>(null);
  const [said, setSaid] = useState("");
  const ask = async () => {
    setFault(null);
    try {
      const { requests } = await tell("request_missing", { assessment });
      const sentence = w.missingDone(requests.length - count);
      setSaid(sentence);
      announce(sentence);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  if (isReadOnly || (missing.length === 0 && !said)) return null;
  return (
    <Note tone={missing.length === 0 ? "good" : "info"}>
      {missing.length === 0 ? (
        <p>{said}</p>
      ) : (
        <div className={styles.offer}>
          <p title={missing.join(", ")}>{w.missing(missing.length)}</p>
          <Button small onPress={() => void ask()}>
            {w.missingDo}
          </Button>
        </div>
      )}
      {fault && <FaultNote fault={fault} />}
    </Note>
  );
}
