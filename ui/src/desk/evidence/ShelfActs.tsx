import { useState } from "react";
import type { Evidence, Framework } from "../../bridge/generated/wire";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { LinkDialog } from "./LinkDialog";
import { WithdrawDialog } from "./WithdrawDialog";
import styles from "./shelf.module.css";

const w = words.shelf;

type Props = {
  framework: Framework;
  assessment: string;
  /** What is acted on, at least one. */
  evidence: readonly Evidence[];
  onNone: () => void;
};

/** What can be done with several items at once. */
export function ShelfActs({ framework, assessment, evidence, onNone }: Props) {
  const [open, setOpen] = useState<"link" | "withdraw" | null>(null);
  const counting = evidence.filter((e) => e.withdrawn === null);
  const none = counting.length === 0;
  const link = () => setOpen("link");
  const withdraw = () => setOpen("withdraw");
  useActions([
    {
      id: "shelf.link",
      name: w.link,
      keys: "L",
      group: w.title,
      run: link,
      isDisabled: none,
      changes: true,
    },
    {
      id: "shelf.withdraw",
      name: words.evidence.withdraw,
      group: w.title,
      run: withdraw,
      isDisabled: none,
      changes: true,
    },
  ]);
  return (
    <div className={styles.acts} role="group" aria-label={w.acts}>
      <span role="status">{w.chosen(evidence.length)}</span>
      <Button changes keys="L" aria-keyshortcuts="l" isDisabled={none} onPress={link}>
        {w.link}
      </Button>
      <Button changes isDisabled={none} onPress={withdraw}>
        {words.evidence.withdraw}
      </Button>
      <Button weight="quiet" onPress={onNone}>
        {w.chosenNone}
      </Button>
      {open === "link" && (
        <LinkDialog
          framework={framework}
          assessment={assessment}
          evidence={counting}
          onDone={onNone}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "withdraw" && (
        <WithdrawDialog evidence={counting} onDone={onNone} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
