import type { EvidenceRequest, Person } from "../../bridge/generated/wire";
import type { Fault } from "../../bridge/fault";
import { AcceptDialog } from "./AcceptDialog";
import { DueDialog } from "./DueDialog";
import { PersonDialog } from "./PersonDialog";
import { ReasonDialog } from "./ReasonDialog";
import type { Asking } from "./useActs";

/** How a dialog saves: returns whether it was done. */
export type Save = (requests: readonly EvidenceRequest[], sentence: string) => Promise<boolean>;

type Props = {
  asking: Asking | null;
  assessment: string;
  people: readonly Person[];
  save: Save;
  fault: Fault | null;
  onClose: () => void;
  onDone?: () => void;
};

/** The question of an act that asks something first. */
export function ActDialogs({ asking, assessment, people, save, fault, onClose, onDone }: Props) {
  if (!asking) return null;
  const { act, requests } = asking;
  const done: Save = async (changed, sentence) => {
    const saved = await save(changed, sentence);
    if (saved) {
      onDone?.();
      onClose();
    }
    return saved;
  };
  const given = { requests, save: done, fault, onClose };
  switch (act) {
    case "accepted":
      return <AcceptDialog {...given} assessment={assessment} />;
    case "refused":
    case "not-to-be-had":
      return <ReasonDialog {...given} state={act} />;
    case "due":
      return <DueDialog {...given} />;
    case "person":
      return <PersonDialog {...given} people={people} />;
  }
}

/** What each of these dialogs is given. */
export type AskingProps = {
  requests: readonly EvidenceRequest[];
  save: Save;
  fault: Fault | null;
  onClose: () => void;
};
