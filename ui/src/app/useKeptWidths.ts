import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Settings } from "../bridge/generated/wire";
import { useChangeSettings } from "../bridge/settings";

/** Returns where panes keep their widths: with the other settings of this computer. */
export function useKeptWidths() {
  const cache = useQueryClient();
  const change = useChangeSettings();
  return useMemo(() => {
    const settings = () => cache.getQueryData<Settings>(["settings", {}]);
    return {
      of: (name: string) => settings()?.panes[name],
      keep: (name: string, width: number) =>
        change(({ panes }) => ({ panes: { ...panes, [name]: width } })),
    };
  }, [cache, change]);
}
