import type { ConversationQuery } from '../adapters/adapter.js';
import type { AdapterError } from '../errors.js';

/** What changed since is asked for with this overlap, so that nothing between two questions is lost. */
const OVERLAP_MS = 2 * 60_000;
/** Time between two questions for what changed, where nothing else asks, ms. */
export const REFRESH_MS = 5 * 60_000;
/** Bounds of the pause that a source may ask for: no storm of questions, and no more than a timer can hold. */
const PAUSE_MS = { least: 1_000, most: 24 * 3_600_000 } as const;

/** `load`: conversations of a stretch of time. `refresh`: what changed since the last complete load. */
export interface Errand {
  readonly kind: 'load' | 'refresh';
  readonly query: ConversationQuery;
  /** The same for the same question. */
  readonly key: string;
  /** From where on data is there once the errand is done, epoch ms. */
  readonly since: number;
}

/** The conversations wished for that are not there; null where all are. Instants are epoch ms, infinite for open ends. */
export function loadErrand(wishedSince: number, loadedSince: number): Errand | null {
  if (!(wishedSince < loadedSince)) return null;
  const until = loadedSince === Infinity ? {} : { until: loadedSince };
  return errand('load', wishedSince, until);
}

/** What changed of everything that is loaded, whoever still wishes for it: nobody would load it again. */
export function refreshErrand(loadedSince: number, changedSince: number): Errand {
  return errand('refresh', loadedSince, { updatedSince: changedSince - OVERLAP_MS });
}

/**
 * Up to where changes are known after a refresh. A source whose clock went back by more than the overlap has marked some
 * with times before those that it was asked for: the next question starts before the earliest of them.
 * @param knownUpTo what the refresh went on from
 * @param upTo what its answer says
 * @param askedAt by the page's clock, never before what was known then; all are epoch ms
 */
export function knownAfterRefresh(knownUpTo: number, upTo: number, askedAt: number): number {
  if (upTo >= knownUpTo - OVERLAP_MS) return Math.max(knownUpTo, upTo);
  return upTo - Math.max(0, askedAt - knownUpTo);
}

function errand(kind: Errand['kind'], since: number, rest: ConversationQuery): Errand {
  const query = { ...(since === -Infinity ? {} : { since }), ...rest };
  return { kind, query, key: JSON.stringify(query), since };
}

/** Milliseconds until the source is asked again. */
export function pauseOf(error: AdapterError | null): number {
  const wanted = error?.retryAfterMs ?? REFRESH_MS;
  return Math.min(Math.max(wanted, PAUSE_MS.least), PAUSE_MS.most) || REFRESH_MS;
}
