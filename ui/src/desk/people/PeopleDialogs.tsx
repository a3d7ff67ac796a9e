import type { MembersView, MemberView } from "../../bridge/generated/wire";
import { AddPerson } from "./AddPerson";
import { ChangePassphrase } from "./ChangePassphrase";
import { EditPerson } from "./EditPerson";
import { RecoveryCode } from "./RecoveryCode";
import { RemoveCode, RemovePerson } from "./RemovePerson";

/** What somebody wants to do, and with whom. */
export type Wanted =
  | { to: "add" }
  | { to: "edit" | "remove" | "change" | "code" | "remove-code"; one: MemberView };

type Props = {
  wanted: Wanted | null;
  view: MembersView;
  onClose: () => void;
  /** Hears what was done, as a sentence. */
  onDone: (sentence: string | null) => void;
};

/** The dialog of what is wanted. */
export function PeopleDialogs({ wanted, view, onClose, onDone }: Props) {
  if (!wanted) return null;
  const done = (next: MembersView) => onDone(next.done);
  const ways = { onClose, onDone: done };
  switch (wanted.to) {
    case "add":
      return <AddPerson {...ways} />;
    case "edit":
      return <EditPerson {...ways} member={wanted.one.member} />;
    case "remove":
      return <RemovePerson {...ways} member={wanted.one.member} />;
    case "change":
      return <ChangePassphrase {...ways} one={wanted.one} byRecoveryCode={view.byRecoveryCode} />;
    case "code":
      return <RecoveryCode {...ways} replaces={wanted.one.member.recoverySlot !== null} />;
    case "remove-code":
      return <RemoveCode {...ways} />;
  }
}
