import type { TrailRow } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";

/** How many entries come at a time. */
export const PAGE = 200;

/** Asks for the entries from a place on. */
type Ask = (skip: number) => Promise<readonly TrailRow[]>;

/** The entries of a long trail, fetched where somebody looks: one page at a time, the one that
 * was asked for last before the others, and none that is out of sight again by then. */
export class TrailPages {
  /** Why the last page did not come. */
  fault: Fault | null = null;
  private readonly there = new Map<number, readonly TrailRow[]>();
  private wanted: number[] = [];
  private busy = false;
  private readonly hearers = new Set<() => void>();

  constructor(
    private readonly ask: Ask,
    first: readonly TrailRow[],
  ) {
    this.there.set(0, first);
  }

  /** Returns an entry by its place in the list; nothing while it is on its way. */
  get(index: number): TrailRow | undefined {
    return this.there.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Says that an entry is in view, until the function it returns is called. */
  want(index: number): () => void {
    const page = Math.floor(index / PAGE);
    if (this.there.has(page)) return () => undefined;
    this.wanted.push(page);
    void this.bring();
    return () => {
      const at = this.wanted.indexOf(page);
      if (at >= 0) this.wanted.splice(at, 1);
    };
  }

  /** Tries again what failed. */
  retry(): void {
    this.fault = null;
    void this.bring();
  }

  /** Hears each page that comes until the function it returns is called. */
  readonly hear = (hear: () => void): (() => void) => {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  };

  private async bring(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      let page: number | undefined;
      while ((page = this.wanted.at(-1)) !== undefined) {
        const rows = await this.ask(page * PAGE);
        this.there.set(page, rows);
        this.wanted = this.wanted.filter((one) => one !== page);
        this.tell();
      }
    } catch (reason) {
      this.fault = asFault(reason);
      this.tell();
    } finally {
      this.busy = false;
    }
  }

  private tell(): void {
    for (const hear of this.hearers) hear();
  }
}
