/** Longest stretch of work on the page's thread before it is given back, ms. */
const SLICE_MS = 8;

/**
 * Work in slices of at most 8 ms, with the thread given back in between. One object serves a whole load: pages that come
 * one right after the other share a slice, and what is done between them counts into it.
 */
export class Slices {
  #ends = performance.now() + SLICE_MS;

  /**
   * Runs through an iterator.
   * @param take called for each item
   * @returns what the iterator returned
   * @throws the signal's reason once it is aborted
   */
  async run<Item, Result>(
    items: Iterator<Item, Result>,
    take: (item: Item) => void,
    signal: AbortSignal,
  ): Promise<Result> {
    for (;;) {
      if (performance.now() >= this.#ends) await this.#giveThreadBack();
      signal.throwIfAborted();
      const next = items.next();
      if (next.done === true) return next.value;
      take(next.value);
    }
  }

  async #giveThreadBack(): Promise<void> {
    await new Promise((resume) => setTimeout(resume));
    this.#ends = performance.now() + SLICE_MS;
  }
}
