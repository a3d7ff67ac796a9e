import { useState } from "react";
import { useMay } from "../../bridge/may";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { BundleDialog } from "./BundleDialog";
import styles from "./handover.module.css";

const w = words.bundle;

/** What a bundle is, and the button that makes one; nothing for who may not. */
export function BundleCard({ assessment, title }: { assessment: string; title: string }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useActions(
    may.hand ? [{ id: "bundle", name: w.action, group: words.paper.title, run: open }] : [],
  );
  if (!may.hand) return null;
  return (
    <section className={styles.card} aria-label={w.title}>
      <div className={styles.words}>
        <h2>{w.title}</h2>
        <p>{w.about}</p>
      </div>
      <Button icon="people" onPress={open}>
        {w.open}
      </Button>
      {isOpen && (
        <BundleDialog assessment={assessment} title={title} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}
