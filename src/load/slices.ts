/** Longest stretch of work on the page's thread before it is given back, ms. */
const SLICE_MS = 8;

/**
 * Runs through an iterator in slices of at most 8 ms and gives the thread back in between.
 * @param take called for each item; what it does counts into the slice
 * @returns what the iterator returned
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<Item, Result>(
  items: Iterator<Item, Result>,
  take: (item: Item) => void,
  signal: AbortSignal,
): Promise<Result> {
  let sliceEnds = performance.now() + SLICE_MS;
  for (;;) {
    signal.throwIfAborted();
    const next = items.next();
    if (next.done === true) return next.value;
    take(next.value);
    if (performance.now() < sliceEnds) continue;
    await giveThreadBack();
    sliceEnds = performance.now() + SLICE_MS;
  }
}

function giveThreadBack(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
