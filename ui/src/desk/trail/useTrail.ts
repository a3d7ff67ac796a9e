import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { TrailRow } from "../../bridge/generated/wire";
import { useAsk, useClient } from "../../bridge/queries";
import { PAGE, TrailPages } from "./pages";

/** Which entries are asked for. Empty means all. */
export type TrailFilter = {
  organisation: string;
  slot: string;
  action: string;
  from: string | null;
  to: string | null;
};

/** All entries. */
export const EVERYTHING: TrailFilter = {
  organisation: "",
  slot: "",
  action: "",
  from: null,
  to: null,
};

/** How soon it is asked again whether the verification in the background is through. */
const AGAIN = 1000;

/** Returns the filter as the workbench takes it. */
export function asked({ organisation, slot, action, from, to }: TrailFilter) {
  return {
    organisation: organisation || null,
    slot: slot || null,
    action: action || null,
    from,
    to,
  };
}

/** Returns the trail under a filter, and its entries as far as somebody has looked. */
export function useTrail(filter: TrailFilter) {
  const client = useClient();
  const first = useAsk("trail", { ...asked(filter), skip: 0, take: PAGE }, { keep: true });
  const { refetch } = first;
  const view = first.data;
  const running = view !== undefined && view.verified === null;
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => void refetch(), AGAIN);
    return () => clearTimeout(timer);
  }, [running, refetch, view]);
  // Other entries came when the head moved: what was fetched of the old order is let go.
  const head = view ? `${view.head} ${view.total} ${JSON.stringify(filter)}` : null;
  const pages = useMemo(
    () =>
      view && head !== null
        ? new TrailPages(
            async (skip) =>
              (await client.call("trail", { ...asked(filter), skip, take: PAGE })).entries,
            view.entries,
          )
        : null,
    // The first page is as new as the head that names it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, head, first.isPlaceholderData],
  );
  return { first, pages };
}

/** Returns an entry by its place, and has it fetched while it is in view. */
export function useEntry(pages: TrailPages, index: number): TrailRow | undefined {
  useEffect(() => pages.want(index), [pages, index]);
  return useSyncExternalStore(pages.hear, () => pages.get(index));
}
