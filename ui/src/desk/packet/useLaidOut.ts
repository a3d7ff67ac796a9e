import { useCallback, useEffect, useRef, useState } from "react";
import type { LaidOutView, PacketPlan } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useClient } from "../../bridge/queries";
import { useRemembered } from "../../kit/remembered";

/** How long after the last change the pages are laid out anew. */
export const QUIET = 150;

/** Pages, and the plan that they were made of. */
export type LaidOut = { view: LaidOutView; plan: PacketPlan };

type Wish = { name: string; plan: PacketPlan };

export type Laying = {
  /** The last pages that came; those from before while others are on their way. */
  laid: LaidOut | null;
  fault: Fault | null;
  /** Whether what is shown is not what was asked for last. */
  isBehind: boolean;
  again: () => void;
};

/** Returns the pages of a plan, laid out anew soon after it changed: one layout at a time, and
 * one that came too late is not shown. Another `turn` lays out what the vault holds now; at 0
 * nobody knows it yet. */
export function useLaidOut(assessment: string, plan: PacketPlan, turn: number): Laying {
  const client = useClient();
  const [kept, keep] = useRemembered<LaidOut | null>(`packet laid ${assessment}`, null);
  const [done, setDone] = useState<{ name: string; fault: Fault | null } | null>(null);
  const [tries, setTries] = useState(0);
  const name = `${turn} ${tries} ${JSON.stringify(plan)}`;
  const wanted = useRef<Wish | null>(null);
  const isRunning = useRef(false);

  const lay = useCallback(async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      // What was wanted meanwhile comes next; a layout that nobody wants any more is dropped.
      for (let wish = wanted.current; wish; wish = wanted.current === wish ? null : wanted.current) {
        let view: LaidOutView | null = null;
        let fault: Fault | null = null;
        try {
          view = await client.call("lay_out_packet", { assessment, plan: wish.plan });
        } catch (reason) {
          fault = asFault(reason);
        }
        if (wanted.current !== wish) continue;
        if (view) keep({ view, plan: wish.plan });
        setDone({ name: wish.name, fault });
      }
    } finally {
      isRunning.current = false;
    }
  }, [client, assessment, keep]);

  const hasBegun = useRef(false);
  useEffect(() => {
    if (turn === 0) return;
    const timer = setTimeout(
      () => {
        hasBegun.current = true;
        wanted.current = { name, plan };
        void lay();
      },
      hasBegun.current ? QUIET : 0,
    );
    return () => clearTimeout(timer);
    // The name says all that counts of the plan.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name, lay]);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );

  const again = useCallback(() => setTries((was) => was + 1), []);
  return {
    laid: kept,
    fault: done?.name === name ? done.fault : null,
    isBehind: done?.name !== name,
    again,
  };
}
