import { useState, type ReactNode } from "react";
import type { ExportedFile, PaperSize } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { Written } from "../Written";
import { useWriting } from "../useWriting";
import styles from "./paper.module.css";

const w = words.paper;

type Props = {
  title: string;
  about: string;
  paper: PaperSize;
  /** Where the paper is chosen. */
  size: ReactNode;
};

type Outcome = { is: "written"; file: ExportedFile } | { is: "cancelled" } | null;

/** One document: what it is, the button that writes it, and what was written. */
export function PaperCard({ title, about, paper, size }: Props) {
  const tell = useTell();
  const { busy, fault, write: writing } = useWriting();
  const [outcome, setOutcome] = useState<Outcome>(null);

  const write = () => {
    setOutcome(null);
    return writing(async () => {
      const { file } = await tell("export_document", { paper });
      setOutcome(file ? { is: "written", file } : { is: "cancelled" });
    });
  };

  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.words}>
        <h2>{title}</h2>
        <p>{about}</p>
        {size}
      </div>
      <Button
        icon="download"
        isBusy={busy}
        onPress={() => void write()}
      >
        {busy ? w.writing : w.write(title)}
      </Button>
      <div className={styles.outcome} role="status">
        {outcome?.is === "cancelled" && <p>{w.cancelled}</p>}
        {outcome?.is === "written" && <Written file={outcome.file} />}
      </div>
      {fault && (
        <div className={styles.outcome}>
          <FaultNote fault={fault} />
        </div>
      )}
    </section>
  );
}
