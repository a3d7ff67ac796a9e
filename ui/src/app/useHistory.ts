import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { HistoryView, StepView } from "../bridge/generated/wire";
import { useAsk, useTell } from "../bridge/queries";
import { useSavers } from "../bridge/savers";
import { useAnnounce } from "../kit/Announcer";
import { usePlace, type Place } from "../view/place";
import { words } from "../words/en";

const w = words.frame;

/** Back one step, or forward again. */
export type Way = "undo" | "redo";

/** What went wrong, and on which way. */
export type Stuck = { way: Way; fault: Fault };

/** The steps of what is in view. */
export type History = {
  steps: HistoryView;
  busy: boolean;
  stuck: Stuck | null;
  walk: (way: Way) => void;
  dismiss: () => void;
};

/** Returns the words for a step: what it was, and of which control. */
export function stepName(step: StepView): string {
  const name = words.code.step[step.what];
  if (step.control !== null) return w.stepOf(name, step.control);
  return step.records > 1 ? w.stepRecords(name, step.records) : name;
}

/** Returns what keeps the steps of a place: its assessment or its organisation. */
export function keeperOf(place: Place): string | null {
  if (place.at === "assessment") return place.assessment;
  return place.at === "organisation" ? place.organisation : null;
}

const NO_STEPS: HistoryView = { undo: null, redo: null };

/** Returns the steps of the assessment or organisation in view, and how to walk them. What is
 * being written is saved first, so that it is the step that is undone. */
export function useHistory(): History {
  const { place, go } = usePlace();
  const tell = useTell();
  const savers = useSavers();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [stuck, setStuck] = useState<Stuck | null>(null);
  const of = keeperOf(place);
  const asked = useAsk("history", { of: of ?? "" }, { enabled: of !== null });
  const steps = of === null ? NO_STEPS : (asked.data ?? NO_STEPS);

  const walk = async (way: Way) => {
    if (of === null || busy) return;
    setBusy(true);
    setStuck(null);
    try {
      const left = await savers.flush();
      if (left[0]) throw left[0];
      const { step } = await tell(way, { of });
      announce(way === "undo" ? w.undone(stepName(step)) : w.redone(stepName(step)));
      const atDesk = place.at === "assessment" && place.part === "desk";
      if (atDesk && step.control !== null && step.control !== place.control) {
        go({ at: "assessment", assessment: of, part: "desk", control: step.control });
      }
    } catch (reason) {
      setStuck({ way, fault: asFault(reason) });
    } finally {
      setBusy(false);
    }
  };

  return {
    steps,
    busy,
    stuck,
    walk: (way) => void walk(way),
    dismiss: () => setStuck(null),
  };
}
