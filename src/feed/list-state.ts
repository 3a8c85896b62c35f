import type { AdapterError } from '../errors.js';

/** How far a list is. */
export interface ListState<Entry> {
  /** `waiting`: the first page of the question is under way. `more`: a further one is. */
  readonly phase: 'waiting' | 'ready' | 'more' | 'failed';
  /** What was found so far, in the order asked for. While waiting: what the question before found. */
  readonly entries: readonly Entry[];
  /** All entries the question finds; null where the source does not know. */
  readonly total: number | null;
  /** There is a further page. */
  readonly hasMore: boolean;
  /** Entries the door refused. */
  readonly refused: number;
  /** Why the last page did not come; null where it did. */
  readonly error: AdapterError | null;
  /** It was asked for again after a confirmed write, and did not come: what is shown is not how things stand. */
  readonly isStale: boolean;
}

/** A list whose first page is under way. */
export const nothingYet: ListState<never> = {
  phase: 'waiting',
  entries: [],
  total: null,
  hasMore: false,
  refused: 0,
  error: null,
  isStale: false,
};
