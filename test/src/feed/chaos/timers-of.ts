import type { FakeClock } from '../fake-clock.js';

/**
 * The pauses between tries, the patience with a server and the time of day pass on this clock for everybody.
 * @returns the way to give the machine's own back
 */
export function useTimersOf(clock: FakeClock): () => void {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = Date;
  const stops = new Map<number, () => void>();
  let last = 0;
  Object.assign(globalThis, {
    setTimeout: (call: () => void, ms = 0) => {
      const id = (last += 1);
      stops.set(
        id,
        clock.after(Math.ceil(ms), () => void (stops.delete(id), call())),
      );
      return id;
    },
    clearTimeout: (id: number) => {
      stops.get(id)?.();
      stops.delete(id);
    },
  });
  Date.now = () => clock.now();
  return () => {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Date.now = now;
  };
}
