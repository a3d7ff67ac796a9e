import { useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Evidence, Framework } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { Button } from "../../kit/Button";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { EvidenceDialog } from "./EvidenceDialog";
import { SaveCopyDialog } from "./SaveCopyDialog";
import { WithdrawDialog } from "./WithdrawDialog";
import styles from "./evidence.module.css";
import parts from "../parts.module.css";

const w = words.evidence;
type Act = "edit" | "copy" | "unlink" | "withdraw";
type Props = { framework: Framework; evidence: Evidence; onUnlink?: () => Promise<unknown> };

/** What can be done with an item of evidence. */
export function EvidenceActions({ framework, evidence, onUnlink }: Props) {
  const [open, setOpen] = useState<Exclude<Act, "unlink"> | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const isReadOnly = useReadOnly();

  const act = async (what: Act) => {
    setFault(null);
    try {
      if (what === "unlink") await onUnlink?.();
      else setOpen(what);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  const more: { id: Act; label: string }[] = [];
  if (evidence.attachment) more.push({ id: "copy", label: w.copy });
  if (onUnlink && !isReadOnly) more.push({ id: "unlink", label: w.unlink });
  if (!evidence.withdrawn && !isReadOnly) more.push({ id: "withdraw", label: w.withdraw });
  return (
    <>
      <span className={styles.actions}>
        <Button changes weight="quiet" edge="start" onPress={() => void act("edit")}>
          {w.edit}
        </Button>
        {more.length > 0 && (
          <MenuTrigger>
            <Button weight="quiet" edge="end">
              {w.more}
            </Button>
            <Popover className={parts.menu ?? ""}>
              <Menu aria-label={w.moreFor(evidence.title)} onAction={(key) => void act(key as Act)}>
                {more.map((item) => (
                  <MenuItem key={item.id} id={item.id} className={parts.item ?? ""}>
                    {item.label}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        )}
      </span>
      {fault && <FaultNote fault={fault} />}
      {open === "edit" && (
        <EvidenceDialog
          framework={framework}
          evidence={evidence}
          control={null}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "copy" && <SaveCopyDialog evidence={evidence} onClose={() => setOpen(null)} />}
      {open === "withdraw" && (
        <WithdrawDialog evidence={[evidence]} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
