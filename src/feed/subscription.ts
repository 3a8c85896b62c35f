import type { PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { isAbort } from '../errors.js';
import type { Clock } from './clock.js';
import { REFRESH_MS } from './errand.js';
import { Teller } from './teller.js';

/** A busy desk tells of every message; it is asked at most this often what changed. */
const HEAR_MS = 1_000;

/**
 * Listens to a source that tells of changes, at once and then at most once a second. One that tells of none is left alone;
 * one that fails at it is warned of and not waited for.
 * @returns the way to stop; what the source tells afterwards is dropped
 */
export function subscribeTo(
  adapter: PerformanceAdapter,
  clock: Clock,
  changed: () => void,
  viewer: Omit<RequestContext, 'signal'>,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  /** An `async` function of the adapter's is heard failing as well. */
  const attempt = async (step: () => unknown): Promise<void> => {
    try {
      await step();
    } catch (error) {
      if (!signal.aborted || !isAbort(error)) warn(error);
    }
  };
  const teller = new Teller(clock, changed, HEAR_MS);
  const hear = (): void => {
    if (!signal.aborted) teller.soon();
  };
  let stop: unknown;
  void attempt(() => (stop = adapter.subscribe?.(hear, { ...viewer, signal })));
  return () => {
    controller.abort();
    teller.stop();
    void attempt(() => (typeof stop === 'function' ? (stop() as unknown) : undefined));
  };
}

/** The same, and now and then by itself, as a feed does: what a silent source has removed must not stay on screen. */
export function followChanges(...[adapter, clock, changed, viewer]: Parameters<typeof subscribeTo>): () => void {
  const stopHearing = subscribeTo(adapter, clock, changed, viewer);
  let stopWaiting = (): void => {};
  const wait = (): void => {
    stopWaiting = clock.after(REFRESH_MS, () => {
      changed();
      wait();
    });
  };
  wait();
  return () => {
    stopHearing();
    stopWaiting();
  };
}

function warn(error: unknown): void {
  console.warn('deskglass: subscribe() of the adapter failed; what changed is asked for every five minutes.', error);
}
