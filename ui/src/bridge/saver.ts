import type { Fault } from "./generated/wire";
import { asFault } from "./fault";

/** How a draft stands: it is "saved" only after the command came back. */
export type SaveState =
  | { is: "clean" }
  | { is: "waiting" }
  | { is: "saving" }
  | { is: "saved"; at: string }
  | { is: "failed"; fault: Fault };

/** How long after the last keystroke a draft is saved. */
export const PAUSE = 300;

/** How long after a failure a draft is tried again by itself. */
export const RETRY = 5000;

/** Saves one thing that is being written: one save at a time, the newest last, nothing lost
 * when one fails. It lives beside the screens, so that leaving a screen loses nothing. */
export class Saver<T> {
  state: SaveState = { is: "clean" };
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private dirty = false;
  private hearers = new Set<() => void>();

  constructor(
    public value: T,
    private save: (value: T) => Promise<string>,
  ) {}

  /** Uses another way of saving from now on. */
  through(save: (value: T) => Promise<string>): void {
    this.save = save;
  }

  /** Takes what somebody wrote; `now` for a choice, `soon` while they type. */
  write(value: T, when: "now" | "soon"): void {
    this.value = value;
    this.dirty = true;
    if (when === "now") {
      void this.flush();
    } else {
      this.flushIn(PAUSE);
      if (!this.running) this.state = { is: "waiting" };
    }
    this.tell();
  }

  /** Takes what the workbench holds, unless something newer waits here. */
  adopt(value: T): void {
    if (this.owes || this.value === value) return;
    this.value = value;
    this.tell();
  }

  /** Whether something here is not in the vault yet. */
  get owes(): boolean {
    return this.dirty || this.running !== null;
  }

  /** Saves what waits and returns when all of it was tried. */
  async flush(): Promise<void> {
    this.stopWaiting();
    while (this.running) await this.running;
    if (!this.dirty) return;
    this.running = this.once();
    await this.running;
  }

  /** Gives up what waits, because its vault is gone. */
  drop(): void {
    this.stopWaiting();
    this.dirty = false;
  }

  private async once(): Promise<void> {
    this.dirty = false;
    this.turn({ is: "saving" });
    try {
      const at = await this.save(this.value);
      this.running = null;
      this.turn(this.owes ? { is: "waiting" } : { is: "saved", at });
    } catch (reason) {
      this.running = null;
      this.dirty = true;
      const fault = asFault(reason);
      // A full disk may have room again; what a person must put right waits for them.
      if (fault.code === "other" && this.timer === null) this.flushIn(RETRY);
      this.turn({ is: "failed", fault });
    }
  }

  private flushIn(pause: number): void {
    this.stopWaiting();
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private stopWaiting(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private turn(state: SaveState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const hear of this.hearers) hear();
  }

  /** Hears each change until the function it returns is called. */
  hear = (hear: () => void): (() => void) => {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  };
}
