import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Client, Command, Events, Request, View } from "./client";

/** The client of the real window. */
export const tauri: Client = {
  call: <C extends Command>(command: C, request: Request<C>) =>
    invoke<View<C>>(command, { request }),

  zoom: (value) => invoke("plugin:webview|set_webview_zoom", { value }),
  listen: <E extends keyof Events>(event: E, hear: (said: Events[E]) => void) => {
    let stop: (() => void) | null = null;
    let stopped = false;
    void listen<Events[E]>(event, (said) => hear(said.payload)).then((unlisten) => {
      if (stopped) unlisten();
      else stop = unlisten;
    });
    return () => {
      stopped = true;
      stop?.();
    };
  },
};
