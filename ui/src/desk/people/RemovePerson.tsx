import type { ReactNode } from "react";
import type { Member, MembersView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { useDoing } from "./useDoing";

const w = words.people;

type Ways = { onClose: () => void; onDone: (view: MembersView) => void };

/** Asks before somebody's way in goes, and says what stays with them. */
export function RemovePerson({ member, onClose, onDone }: Ways & { member: Member }) {
  const tell = useTell();
  return (
    <Asks
      title={w.removeTitle(member.name)}
      name={w.removeDo}
      busyWords={w.removing}
      onClose={onClose}
      work={async () => onDone(await tell("remove_member", { member: member.id }))}
    >
      <p>{w.removeWords(member.name)}</p>
      <p>{w.removeCopy(member.name)}</p>
      <p>{w.removeBackups}</p>
      <p>{w.removeFinal}</p>
    </Asks>
  );
}

/** Asks before the own recovery code opens nothing any more. */
export function RemoveCode({ onClose, onDone }: Ways) {
  const tell = useTell();
  return (
    <Asks
      title={w.codeRemoveTitle}
      name={w.codeRemoveDo}
      busyWords={w.removing}
      onClose={onClose}
      work={async () => onDone(await tell("remove_recovery_code", {}))}
    >
      <p>{w.codeRemoveWords}</p>
      <p>{w.removeBackups}</p>
    </Asks>
  );
}

type AsksProps = {
  title: string;
  name: string;
  busyWords: string;
  onClose: () => void;
  work: () => Promise<void>;
  children: ReactNode;
};

/** A question before something that cannot be undone. */
function Asks({ title, name, busyWords, onClose, work, children }: AsksProps) {
  const savers = useSavers();
  const { busy, fault, attempt } = useDoing();
  const act = () =>
    attempt(async () => {
      // What is still being typed is written with the key that it was typed under.
      await savers.flush();
      await work();
    });
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onClose={() => {
        if (!busy) onClose();
      }}
      foot={
        <>
          {busy && <span role="status">{busyWords}</span>}
          <Button onPress={onClose} isDisabled={busy}>
            {words.kit.cancel}
          </Button>
          <Button weight="danger" isBusy={busy} onPress={() => void act()}>
            {name}
          </Button>
        </>
      }
    >
      {children}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
