import type { Client, Command, Events, Request, View } from "./client";
import type { Fault } from "./fault";

/** What a command answers here: a view, a promise of one, or a fault thrown. */
export type Answer<C extends Command> = (request: Request<C>) => View<C> | Promise<View<C>>;

/** The commands that are known, each with its answer. */
export type Answers = { [C in Command]?: Answer<C> };

/** A call that was made. */
type Call = { command: Command; request: unknown };

type Hearer = { event: keyof Events; hear: (said: never) => void };

/** Returns a fault as the workbench sends it. */
export function faultOf(code: Fault["code"], message: string, hint = ""): Fault {
  return { code, message, hint, reference: "T1" };
}

/** A client without a workbench: tests give it its answers and look at what it was asked. */
export class Memory implements Client {
  readonly calls: Call[] = [];
  /** The sizes that were asked for, in order. */
  readonly zoomed: number[] = [];
  private hearers: Hearer[] = [];

  constructor(public answers: Readonly<Answers> = {}) {}

  /** Answers more commands, or the same ones otherwise. */
  teach(answers: Answers): void {
    this.answers = { ...this.answers, ...answers };
  }

  // Even a fault thrown at once comes back as a rejected promise.
  async call<C extends Command>(command: C, request: Request<C>): Promise<View<C>> {
    this.calls.push({ command, request });
    const answer: Answer<C> | undefined = this.answers[command];
    if (!answer) throw faultOf("other", `Nothing answers ${command} here.`);
    return answer(request);
  }

  zoom(factor: number): Promise<void> {
    this.zoomed.push(factor);
    return Promise.resolve();
  }

  listen<E extends keyof Events>(event: E, hear: (said: Events[E]) => void): () => void {
    const hearer: Hearer = { event, hear };
    this.hearers.push(hearer);
    return () => {
      this.hearers = this.hearers.filter((one) => one !== hearer);
    };
  }

  /** Says something as the host does. */
  say<E extends keyof Events>(event: E, said: Events[E]): void {
    for (const hearer of this.hearers) {
      if (hearer.event === event) (hearer.hear as (said: Events[E]) => void)(said);
    }
  }

  /** Returns the requests of a command in the order they came. */
  asked<C extends Command>(command: C): Request<C>[] {
    return this.calls
      .filter((call) => call.command === command)
      .map((call) => call.request as Request<C>);
  }
}
