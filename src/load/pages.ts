import { describeValue } from '../conversation/door.js';
import { AdapterError } from '../errors.js';
import { unlessAborted } from '../time/unless-aborted.js';

/**
 * Pages of an adapter until the signal is aborted; an adapter that does not listen to its signal holds nobody up.
 * @param answer what the adapter gave back: pages, or a promise of them
 * @throws {AdapterError} `invalid-payload` where that is neither
 * @throws the signal's reason once it is aborted, and whatever the adapter throws
 */
export async function* pagesUntil(answer: unknown, signal: AbortSignal): AsyncGenerator<unknown, void> {
  const iterator = iteratorOf(await unlessAborted(answer, signal));
  let isOpen = true;
  try {
    for (;;) {
      const next = await unlessAborted(iterator.next(), signal);
      isOpen = next.done !== true;
      if (!isOpen) return;
      yield next.value;
    }
  } catch (error) {
    isOpen = signal.aborted;
    throw error;
  } finally {
    if (isOpen) void letGo(iterator);
  }
}

function iteratorOf(pages: unknown): AsyncIterator<unknown> {
  const isIterable = typeof pages === 'object' && pages !== null && Symbol.asyncIterator in pages;
  if (isIterable) return (pages as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  const message = `conversations(): expected an async iterable of pages, got ${describeValue(pages)}. Write it as async *conversations() in your adapter.`;
  throw new AdapterError('invalid-payload', message);
}

/** Lets the adapter clean up without waiting for it; what it says while nobody listens any more is no failure. */
async function letGo(iterator: AsyncIterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    return;
  }
}
