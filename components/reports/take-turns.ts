import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { frameQueue } from '../../src/time/frame-queue.js';

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
   * Updates the report in its turn, which may be now.
   * @param isAgain the report shows figures, which others take the place of
   * @returns what is to be waited for; nothing where it is done
   */
  take(isAgain: boolean, update: () => void): Promise<void> | undefined {
    const isSeen = seen.has(this.#host);
    if (isAgain && isSeen) update();
    else if (isAgain || !frameQueue.atOnce(update)) {
      return frameQueue.inTurn(isSeen ? 'figures' : 'unseen', update);
    }
    return undefined;
  }
}

function look(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) seen.add(target);
    else seen.delete(target);
  }
}
