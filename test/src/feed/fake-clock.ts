import type { Clock } from '../../../src/feed/clock.js';
import { nextTask } from '../../../src/time/next-task.js';

/** A Monday, 10:00 in Berlin. */
export const T0 = Date.UTC(2026, 2, 2, 9);
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/** A clock that moves when it is told to. */
export class FakeClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  /** @param settle lets the work happen that follows from a call */
  constructor(
    now = T0,
    private readonly settle = quiet,
  ) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, call: () => void): () => void {
    const timer = { at: this.#now + delayMs, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** How many calls are still to come. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Moves on, calling back what falls due on the way, and lets the work that follows from each happen. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const [due] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
      await this.settle();
    }
    this.#now = end;
  }

  /** Moves on while the machine sleeps: nothing is called back. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}

/**
 * Lets everything happen that waits for nothing but its turn: goes on until several turns in a row had nothing to do. Work
 * that took its time, as all does on a busy machine, may have given the thread back and have more to come.
 */
export async function quiet(): Promise<void> {
  for (let turn = 0, idle = 0; idle < 12 && turn < 1_000; turn++) {
    const before = performance.now();
    await nextTurn();
    idle = performance.now() - before < 2 ? idle + 1 : 0;
  }
}

/** Lets what came by message in, and what was put off by one turn; a browser has no setImmediate. */
async function nextTurn(): Promise<void> {
  await nextTask();
  if ('setImmediate' in globalThis) await new Promise((resolve) => setImmediate(resolve));
}
