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

/** A clock whose hands stand still. Delays pass on it all the same: a load that nobody waits for must still end. */
export function standingClock(instant: number): Clock {
  return { ...machineClock, now: () => instant };
}
