import { tellAll } from '../adapters/tell-all.js';
import type { Viewer } from './performance-feed.js';
import type { Wish } from './wish.js';

interface Listener {
  readonly changed: () => void;
  readonly wish: Wish;
}

/** Who listens to a feed, and what they wish for together. */
export class Listeners {
  readonly #all = new Set<Listener>();

  get size(): number {
    return this.#all.size;
  }

  /** From where on somebody wants conversations, epoch ms; Infinity where nobody listens. */
  get wishedSince(): number {
    return Math.min(...[...this.#all].map(({ wish }) => wish.since));
  }

  /** The page as the one who listens longest sees it. */
  get viewer(): Viewer {
    const [first] = this.#all;
    return { locale: 'en', timeZone: 'UTC', ...first?.wish.viewer };
  }

  /** @returns the way to stop listening; it tells whether it did, so that a second call does nothing */
  add(changed: () => void, wish: Wish): () => boolean {
    const listener = { changed, wish };
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  /** What all of them will work out once they are told, in steps. One that throws takes nothing from the others. */
  *ahead(): Generator<void, void> {
    for (const { wish } of [...this.#all]) {
      try {
        if (wish.ahead !== undefined) yield* wish.ahead();
      } catch {
        // It is said by whoever asks in earnest, once all is there.
      }
    }
  }

  tell(): void {
    tellAll([...this.#all].map(({ changed }) => changed));
  }
}
