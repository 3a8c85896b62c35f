import type { Clock } from './clock.js';

/** Tells of changes without a flood: what happens within a pause after the last time is told together when it is over. */
export class Teller {
  #stopPause: (() => void) | null = null;
  #isOwing = false;

  constructor(
    private readonly clock: Clock,
    private readonly tell: () => void,
    private readonly pauseMs: number,
  ) {}

  now(): void {
    this.#stopPause?.();
    this.#isOwing = false;
    this.#stopPause = this.clock.after(this.pauseMs, () => {
      this.#stopPause = null;
      if (this.#isOwing) this.now();
    });
    this.tell();
  }

  soon(): void {
    if (this.#stopPause === null) this.now();
    else this.#isOwing = true;
  }

  /** What is still owed is not told any more. */
  stop(): void {
    this.#stopPause?.();
    this.#stopPause = null;
    this.#isOwing = false;
  }
}
