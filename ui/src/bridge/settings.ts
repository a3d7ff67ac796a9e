import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Settings } from "./generated/wire";
import { useAsk, useClient } from "./queries";
import { useSavers } from "./savers";

/** How the program looks before somebody changes it. */
const FRESH: Settings = { theme: "system", panes: {}, zoom: null, idleMinutes: null };

/** The sizes in per cent that the page can have. */
export const SIZES = [100, 110, 125, 150, 175, 200] as const;

/** What of the settings becomes otherwise, told from what they are. */
type Change = (was: Settings) => Partial<Settings>;

/** Returns how to change the settings: at once on the screen, kept soon after. */
export function useChangeSettings(): (change: Change) => void {
  const cache = useQueryClient();
  const client = useClient();
  const savers = useSavers();
  return useCallback(
    (change) => {
      const before = cache.getQueryData<Settings>(["settings", {}]) ?? FRESH;
      const next = { ...before, ...change(before) };
      cache.setQueryData(["settings", {}], next);
      // A look that cannot be kept is no reason to interrupt anybody.
      const save = (settings: Settings) =>
        client.call("save_settings", settings).then(
          () => "",
          () => "",
        );
      savers.of<Settings>("settings", next, save).write(next, "soon");
    },
    [cache, client, savers],
  );
}

/** Returns what a person set for this computer, and whether it was looked up already. */
export function useSettings(): { settings: Settings; known: boolean } {
  const { data } = useAsk("settings", {}, { fresh: Infinity });
  return { settings: data ?? FRESH, known: data !== undefined };
}

/** Returns how many pixels of the screen a pixel of the page is wide. Only the web view of Windows
 * counts the size of the page in itself. */
export function usePixelRatio(agent: string = navigator.userAgent): number {
  const { settings } = useSettings();
  const own = agent.includes("Windows") ? 1 : (settings.zoom ?? 100) / 100;
  return own * window.devicePixelRatio;
}
