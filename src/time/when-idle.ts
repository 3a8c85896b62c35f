/** Safari does not tell when it is idle: a pause in which a page has mostly drawn what it has, ms. */
const PAUSE_MS = 50;

/** Resolves in a pause of the page, at the latest after so many milliseconds where it makes none. */
export function whenIdle(longestWaitMs: number): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: longestWaitMs });
    else setTimeout(resolve, Math.min(PAUSE_MS, longestWaitMs));
  });
}
