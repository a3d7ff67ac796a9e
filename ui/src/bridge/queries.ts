import {
  keepPreviousData,
  QueryClient,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
  type UseQueryResult,
} from "@tanstack/react-query";
import { createContext, useCallback, useContext } from "react";
import type { Client, Command, Request, View } from "./client";
import { asFault, type Fault } from "./fault";
import { settle } from "./settle";

const ClientContext = createContext<Client | null>(null);

/** Gives the screens below it their way to the workbench. */
export const ClientProvider = ClientContext.Provider;

/** Returns the client. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error("no client stands above this component");
  return client;
}

/** Makes the cache. Always "online": the workbench is on this computer. */
export function makeCache(): QueryClient {
  const defaults = { networkMode: "always", retry: false } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...defaults, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: defaults,
    },
  });
}

/** Asks for a view and keeps it until something changes it. */
export function useAsk<C extends Command>(
  command: C,
  request: Request<C>,
  options: { enabled?: boolean; fresh?: number; keep?: boolean } = {},
): UseQueryResult<View<C>, Fault> {
  const client = useClient();
  const query: UseQueryOptions<View<C>, Fault> = {
    queryKey: [command, request],
    queryFn: () =>
      client.call(command, request).catch((reason: unknown) => {
        throw asFault(reason);
      }),
    enabled: options.enabled ?? true,
    staleTime: options.fresh ?? 0,
  };
  // What was there before stays in view until the next answer comes.
  if (options.keep) query.placeholderData = keepPreviousData;
  return useQuery(query);
}

/** Returns a function that asks for a view before anybody wants to see it. */
export function useAskAhead(): <C extends Command>(command: C, request: Request<C>) => void {
  const client = useClient();
  const cache = useQueryClient();
  return useCallback(
    (command, request) => {
      cache
        .query({
          queryKey: [command, request],
          queryFn: () => client.call(command, request),
          staleTime: Infinity,
        })
        // Who then wants to see it asks again and is told what failed.
        .catch(() => undefined);
    },
    [client, cache],
  );
}

/** Asks for views before there is a screen to show them on, so that both are ready sooner. */
export function askAtOnce(cache: QueryClient, client: Client, commands: readonly Command[]): void {
  for (const command of commands) {
    cache
      .query({
        queryKey: [command, {}],
        queryFn: () =>
          client.call(command, {}).catch((reason: unknown) => {
            throw asFault(reason);
          }),
      })
      // The screen shows what failed.
      .catch(() => undefined);
  }
}

/** Does something and puts what it changed into the cache. */
type Tell = <C extends Command>(command: C, request: Request<C>) => Promise<View<C>>;

/** Returns a function that does something. It rejects with a fault. */
export function useTell(): Tell {
  const client = useClient();
  const cache = useQueryClient();
  return useCallback(
    async (command, request) => {
      try {
        const view = await client.call(command, request);
        settle(cache, command, request, view);
        return view;
      } catch (reason) {
        throw asFault(reason);
      }
    },
    [client, cache],
  );
}
