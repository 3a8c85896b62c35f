import { inNextFrame } from './next-frame.js';

/** How much of a frame goes to what cards do in turns before the rest waits for the next frame, ms. */
const BUDGET_MS = 6;

/** What the last of them may bring it to, by what the one before it of its kind took, ms. */
const MOST_MS = 12;

/** What goes first, whatever came first: figures that are seen, what is drawn from them, and what nobody sees. */
const ORDER = ['figures', 'chart', 'unseen'] as const;
export type FrameShare = (typeof ORDER)[number];

/** What frames are counted and measured by; handed in so that a test can count. */
export interface FrameTools {
  /** Milliseconds from any start. */
  now(): number;
  /** Calls back while the next frame is made. */
  inNextFrame(work: () => void): void;
}

const pageTools: FrameTools = { now: () => performance.now(), inNextFrame };

/**
 * What the cards of a page do in turns, so that many of them never hold a frame up: as much a frame as is quick, at least
 * one job. Figures and charts share it, since it is one frame that both make longer.
 */
export class FrameQueue {
  readonly #waiting: Readonly<Record<FrameShare, (() => void)[]>> = { figures: [], chart: [], unseen: [] };
  /** What jobs have taken of the frame to come, ms. */
  #spent = 0;
  /** What the last job of each kind has taken, ms; before the first one none shares a frame. */
  readonly #took: Record<FrameShare, number> = { figures: Infinity, chart: Infinity, unseen: Infinity };
  #isAsked = false;

  constructor(private readonly tools: FrameTools = pageTools) {}

  /**
   * Does a job now if the frame to come has time for it.
   * @returns whether it was done
   */
  atOnce(job: () => void): boolean {
    if (this.#spent >= BUDGET_MS) return false;
    this.#ask();
    this.#do(job);
    return true;
  }

  /**
   * Does a job in one of the next frames.
   * @returns the way to take it back
   */
  add(share: FrameShare, job: () => void): () => void {
    const jobs = this.#waiting[share];
    jobs.push(job);
    this.#ask();
    return () => {
      const place = jobs.indexOf(job);
      if (place >= 0) jobs.splice(place, 1);
    };
  }

  /**
   * Does a job in one of the next frames.
   * @returns what resolves once it is done, and rejects where it throws
   */
  inTurn(share: FrameShare, job: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.add(share, () => {
        try {
          resolve(job());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  get #length(): number {
    return ORDER.reduce((sum, share) => sum + this.#waiting[share].length, 0);
  }

  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.tools.inNextFrame(() => this.#onFrame());
  }

  #onFrame(): void {
    this.#isAsked = false;
    try {
      // A last one makes nothing longer that others wait for.
      if (this.#spent < BUDGET_MS || this.#length === 1) this.#doSome();
    } finally {
      this.#spent = 0;
      // One that fails takes no other with it.
      if (this.#length > 0) this.#ask();
    }
  }

  #doSome(): void {
    do {
      const share = ORDER.find((name) => this.#waiting[name].length > 0);
      if (share === undefined) return;
      const isTooMuch = this.#spent > 0 && this.#spent + this.#took[share] > MOST_MS;
      if (isTooMuch && this.#length > 1) return;
      const before = this.#spent;
      try {
        this.#do(this.#waiting[share].shift()!);
      } finally {
        this.#took[share] = this.#spent - before;
      }
    } while (this.#spent < BUDGET_MS);
  }

  #do(job: () => void): void {
    const beganAt = this.tools.now();
    try {
      job();
    } finally {
      this.#spent += this.tools.now() - beganAt;
    }
  }
}

/** The one of the page. */
export const frameQueue = new FrameQueue();
