import type { AdapterError } from '../errors.js';

/** How far a feed is; what a card shows follows from it. */
export interface FeedState {
  /**
   * `idle`: nobody asked yet. `loading`: the first load is under way. `ready`: a load came to its end.
   * `failed`, `cancelled`: the first load did not.
   */
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed' | 'cancelled';
  /** Records that came in, good or bad. */
  readonly loaded: number;
  /** Records in the whole answer, as far as the source knows; null where it does not. */
  readonly total: number | null;
  /** Share of the whole answer, 0–1, where the source knows bytes but not records; null where it does not. */
  readonly progress: number | null;
  /** Why the last load or refresh did not come to its end; null where it did. */
  readonly error: AdapterError | null;
  /** The data is complete up to here, epoch ms; null before the first complete load. */
  readonly asOf: number | null;
  /** What the source says about the data. */
  readonly warnings: readonly string[];
}

export const idleState: FeedState = {
  phase: 'idle',
  loaded: 0,
  total: null,
  progress: null,
  error: null,
  asOf: null,
  warnings: [],
};
