import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextFrame } from '../../src/time/next-frame.js';
import { nextTask } from '../../src/time/next-task.js';

/** How much of one task reports may take together before the page gets its thread back, ms. */
const TURN_MS = 16;

/** When the first report of the present task began; null where none has. */
let beganAt: number | null = null;

/** Reports that somebody sees. */
const seen = new WeakSet<Element>();
/** Reports in the page; the last one takes the observer along. */
let connected = 0;
let view: IntersectionObserver | null = null;

/**
 * Lets reports that are worked out anew at once take turns: after a load all of them, so that nothing holds the page up;
 * after another filter those that nobody sees, so that the others change in one frame.
 */
export class TakeTurns implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    connected += 1;
    view ??= new IntersectionObserver(look);
    view.observe(this.#host);
  }

  hostDisconnected(): void {
    seen.delete(this.#host);
    view?.unobserve(this.#host);
    connected -= 1;
    if (connected > 0) return;
    view?.disconnect();
    view = null;
  }

  /**
   * @param isAgain the report shows figures, which others take the place of
   * @returns null where it can be now, else when it can
   */
  next(isAgain: boolean): Promise<void> | null {
    if (!isAgain) return isFree() ? null : waitForTurn();
    return seen.has(this.#host) ? null : waitForTurn();
  }
}

function look(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) seen.add(target);
    else seen.delete(target);
  }
}

function isFree(): boolean {
  if (beganAt !== null) return performance.now() - beganAt < TURN_MS;
  beganAt = performance.now();
  void nextTask().then(() => (beganAt = null));
  return true;
}

async function waitForTurn(): Promise<void> {
  do await nextFrame();
  while (!isFree());
}
