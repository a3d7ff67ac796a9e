import { useRef, useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { HistoryView, StepView } from "../bridge/generated/wire";
import { useAsk, useClient, useTell } from "../bridge/queries";
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
  /** Whether what is in view has steps at all. */
  keeps: boolean;
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
 * being written is saved first, so that it is the step that is undone. What is asked for while
 * a step is under way is done after it. */
export function useHistory(): History {
  const { place, go } = usePlace();
  const client = useClient();
  const tell = useTell();
  const savers = useSavers();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [stuck, setStuck] = useState<Stuck | null>(null);
  const wishes = useRef<Way[]>([]);
  const walking = useRef(false);
  const of = keeperOf(place);
  const asked = useAsk("history", { of: of ?? "" }, { enabled: of !== null });
  const steps = of === null ? NO_STEPS : (asked.data ?? NO_STEPS);

  /** Walks one step, and returns where that led; nothing when there is no such step. */
  const step = async (way: Way, keeper: string): Promise<StepView | null> => {
    const left = await savers.flush();
    if (left[0]) throw left[0];
    // What the bar shows may be a moment old.
    const now = await client.call("history", { of: keeper });
    if (now[way] === null) {
      announce(way === "undo" ? w.noUndo : w.noRedo);
      return null;
    }
    const { step: done } = await tell(way, { of: keeper });
    announce(way === "undo" ? w.undone(stepName(done)) : w.redone(stepName(done)));
    return done;
  };

  const walk = async (wish: Way) => {
    if (of === null) return;
    wishes.current.push(wish);
    if (walking.current) return;
    walking.current = true;
    setBusy(true);
    setStuck(null);
    const atDesk = place.at === "assessment" && place.part === "desk";
    let shown = atDesk ? place.control : null;
    let way: Way | undefined;
    try {
      while ((way = wishes.current.shift())) {
        const control = (await step(way, of))?.control ?? null;
        if (atDesk && control !== null && control !== shown) {
          shown = control;
          go({ at: "assessment", assessment: of, part: "desk", control });
        }
      }
    } catch (reason) {
      wishes.current = [];
      setStuck({ way: way ?? wish, fault: asFault(reason) });
    } finally {
      walking.current = false;
      setBusy(false);
    }
  };

  return {
    steps,
    keeps: of !== null,
    busy,
    stuck,
    walk: (way) => void walk(way),
    dismiss: () => setStuck(null),
  };
}
