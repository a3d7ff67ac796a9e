import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import type { ReactElement } from "react";
import { I18nProvider } from "react-aria-components";
import type { Client } from "../src/bridge/client";
import { Memory } from "../src/bridge/memory";
import { ClientProvider, makeCache } from "../src/bridge/queries";
import { Savers, SaversProvider } from "../src/bridge/savers";
import { Announcer } from "../src/kit/Announcer";
import { ActionsProvider } from "../src/kit/actions";

export type Shown = RenderResult & { user: UserEvent; cache: QueryClient; savers: Savers };

/** Shows something with all that stands around every screen. */
export function show(element: ReactElement, client: Client = new Memory()): Shown {
  const cache = makeCache();
  const savers = new Savers();
  const around = (inside: ReactElement) => (
    <ClientProvider value={client}>
      <QueryClientProvider client={cache}>
        <SaversProvider value={savers}>
          <I18nProvider locale="en-US">
            <Announcer>
              <ActionsProvider>{inside}</ActionsProvider>
            </Announcer>
          </I18nProvider>
        </SaversProvider>
      </QueryClientProvider>
    </ClientProvider>
  );
  const shown = render(around(element));
  return {
    ...shown,
    rerender: (next) => {
      shown.rerender(around(next as ReactElement));
    },
    // No pause between keystrokes: saving is timed by its own clock.
    user: userEvent.setup({ delay: null }),
    cache,
    savers,
  };
}

/** Returns what axe finds wrong, as sentences. Colours are measured from the tokens, and
 * landmarks where a whole screen is shown. */
export async function violations(of: "part" | "screen" = "part"): Promise<string[]> {
  const found = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: of === "screen" } },
  });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html}`),
  );
}
