import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components";
import { QueryClientProvider } from "@tanstack/react-query";
import type { Client } from "../bridge/client";
import { askAtOnce, ClientProvider, makeCache } from "../bridge/queries";
import { Savers, SaversProvider } from "../bridge/savers";
import { ActionsProvider } from "../kit/actions";
import { Announcer } from "../kit/Announcer";
import "../kit/base.css";
import { App } from "./App";

/** Puts the program on the page. */
export function mount(client: Client): void {
  const root = document.getElementById("root");
  if (!root) return;
  const cache = makeCache();
  askAtOnce(cache, client, ["status", "settings"]);
  createRoot(root).render(
    <StrictMode>
      <ClientProvider value={client}>
        <QueryClientProvider client={cache}>
          <SaversProvider value={new Savers()}>
            <I18nProvider locale="en-US">
              <Announcer>
                <ActionsProvider>
                  <App />
                </ActionsProvider>
              </Announcer>
            </I18nProvider>
          </SaversProvider>
        </QueryClientProvider>
      </ClientProvider>
    </StrictMode>,
  );
}
