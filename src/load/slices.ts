import { nextTask } from '../time/next-task.js';

/** Longest stretch of work on the page's thread before it is given back, ms. */
const SLICE_MS = 8;

/** What slices are measured and parted by; handed in so that a test can count. */
export interface SliceTools {
  /** Milliseconds from any start. */
  now(): number;
  /** Resolves once the thread was free for others. */
  giveThreadBack(): Promise<void>;
}

const pageTools: SliceTools = { now: () => performance.now(), giveThreadBack: nextTask };

/** Work in slices of at most 8 ms, however many pieces it comes in; in between the thread is given back. */
export class Slices {
  #ends: number;

  constructor(private readonly tools: SliceTools = pageTools) {
    this.#ends = tools.now() + SLICE_MS;
  }

  /**
   * Runs through an iterator, and closes it where it does not come to its end.
   * @param take called for each item; what it does counts into the slice
   * @returns what the iterator returned
   * @throws the signal's reason once it is aborted
   */
  async through<Item, Result>(
    items: Iterator<Item, Result>,
    take: (item: Item) => void,
    signal: AbortSignal,
  ): Promise<Result> {
    try {
      for (;;) {
        // Before an item, not after it: many pieces that are short, or empty, add up to a slice as well.
        if (this.tools.now() >= this.#ends) await this.#next();
        signal.throwIfAborted();
        const next = items.next();
        if (next.done === true) return next.value;
        take(next.value);
      }
    } catch (error) {
      items.return?.();
      throw error;
    }
  }

  async #next(): Promise<void> {
    await this.tools.giveThreadBack();
    this.#ends = this.tools.now() + SLICE_MS;
  }
}
