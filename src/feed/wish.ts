import type { Viewer } from './performance-feed.js';

/** What a listener wants of a feed. */
export interface Wish {
  /** From where on conversations are wanted, epoch ms; -Infinity: all there are. */
  readonly since: number;
  readonly viewer: Viewer;
  /** What it will work out once the data has come, in steps: done before it is told, so that all at once is not too much. */
  readonly ahead?: () => Iterable<void>;
}
