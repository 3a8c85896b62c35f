import type { Clock } from './clock.js';

/** Progress is told at most this often. */
const TELL_MS = 100;

/** Tells of changes without a flood: what happens within 100 ms of the last time is told together when they are over. */
export class Teller {
  #stopPause: (() => void) | null = null;
  #isOwing = false;

  constructor(
    private readonly clock: Clock,
    private readonly tell: () => void,
  ) {}

  now(): void {
    this.#stopPause?.();
    this.#isOwing = false;
    this.#stopPause = this.clock.after(TELL_MS, () => {
      this.#stopPause = null;
      if (this.#isOwing) this.now();
    });
    this.tell();
  }

  soon(): void {
    if (this.#stopPause === null) this.now();
    else this.#isOwing = true;
  }
}
