import type { Commands } from "./generated/commands";

/** The name of a command. */
export type Command = keyof Commands;

/** What a command is asked with. */
export type Request<C extends Command> = Commands[C]["request"];

/** What a command answers. */
export type View<C extends Command> = Commands[C]["view"];

/** What the host says unasked. */
export type Events = {
  progress: { task: string; file: number; files: number; done: number; total: number };
  dropped: { token: string; count: number };
  closing: Record<string, never>;
  /** The vault is about to be locked: what is typed has to be saved, then `lock` is called. */
  locking: Record<string, never>;
};

/** The only way from the page to the workbench. */
export interface Client {
  call<C extends Command>(command: C, request: Request<C>): Promise<View<C>>;
  /** Shows the page larger or smaller: 1 is its own size. */
  zoom(factor: number): Promise<void>;
  /** Hears an event until the function it returns is called. */
  listen<E extends keyof Events>(event: E, hear: (said: Events[E]) => void): () => void;
}
