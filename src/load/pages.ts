/**
 * Pages of an adapter until the signal is aborted; an adapter that does not listen to its signal holds nobody up.
 * @throws the signal's reason once it is aborted, and whatever the adapter throws
 */
export async function* pagesUntil<Page>(pages: AsyncIterable<Page>, signal: AbortSignal): AsyncGenerator<Page, void> {
  const iterator = pages[Symbol.asyncIterator]();
  const aborted = whenAborted(signal);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    aborted.forget();
    void letGo(iterator);
  }
}

/** Rejects with the signal's reason once it is aborted. */
function whenAborted(signal: AbortSignal): { readonly promise: Promise<never>; forget(): void } {
  let listener = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    listener = () => reject(signal.reason);
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  promise.catch(() => {}); // Nobody may be racing against it when it rejects.
  return { promise, forget: () => signal.removeEventListener('abort', listener) };
}

/** Lets the adapter clean up without waiting for it; what it says while nobody listens any more is no failure. */
async function letGo(iterator: AsyncIterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    return;
  }
}
