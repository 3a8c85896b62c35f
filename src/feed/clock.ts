/** Where the feed gets the time from; handed in so that a page, or a test, can hold it. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls back once, after so many milliseconds. Hands back the way to call it off. */
  after(delayMs: number, call: () => void): () => void;
}

/** The machine's clock. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still; nothing is ever due on it. */
export function standingClock(instant: number): Clock {
  return { now: () => instant, after: () => () => {} };
}
