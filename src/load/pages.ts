import { describeValue } from '../conversation/door.js';
import { AdapterError } from '../errors.js';
import { unlessAborted } from '../time/unless-aborted.js';
import type { After } from './loading-worker.js';

/** Comes between two pages where the second lets wait for itself. */
export const PAUSE = Symbol('pause');

/** Who wants to hear of pauses. */
export interface PauseListener {
  /** How long a page lets wait for itself then, ms. */
  readonly afterMs: number;
  readonly after: After;
  /** Whether the next one is of use. */
  isWanted(): boolean;
}

/**
 * Pages of an adapter until the signal is aborted; an adapter that does not listen to its signal holds nobody up.
 * @param answer what the adapter gave back: pages, or a promise of them
 * @param pauses absent: nobody wants to hear of any; else there is at most one {@link PAUSE} before each page
 * @throws {AdapterError} `invalid-payload` where that is neither
 * @throws the signal's reason once it is aborted, and whatever the adapter throws
 */
export async function* pagesUntil(
  answer: unknown,
  signal: AbortSignal,
  pauses?: PauseListener,
): AsyncGenerator<unknown, void> {
  const iterator = iteratorOf(await unlessAborted(answer, signal));
  let isOpen = true;
  try {
    for (;;) {
      const coming = unlessAborted(iterator.next(), signal);
      if (pauses?.isWanted() === true && !(await comesSoon(coming, pauses))) yield PAUSE;
      const next = await coming;
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

/** Whether something comes, be it a failure, before it lets wait for itself. */
function comesSoon(coming: Promise<unknown>, { afterMs, after }: PauseListener): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = after(afterMs, () => resolve(false));
    const come = (): void => {
      callOff();
      resolve(true);
    };
    coming.then(come, come);
  });
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
