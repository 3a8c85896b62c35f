import type { PerformanceSource } from '../../src/context/performance-source.js';
import type { FeedState } from '../../src/feed/feed-state.js';
import type { PerformanceFeed } from '../../src/feed/performance-feed.js';
import type { Localization } from '../../src/localize/localize.js';
import type { RichText } from '../../src/localize/rich-text.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { CardNotice, CardState } from '../card/card-state.js';
import { noticesOf } from '../card/card.js';

/**
 * What a card shows of a feed, as long as its body does not say otherwise. `ready` wherever there are figures to show.
 * @param shown whether the card shows figures already; then a new load does not take them away until it is a long one
 * @param watch remembers, from one call to the next, how far the load was
 */
export function dataState(
  source: PerformanceSource,
  localization: Localization,
  shown: boolean,
  watch: LoadWatch,
): CardState {
  const { feed, state } = source;
  if (feed === null) return source.isUpgrading ? { kind: 'waiting' } : { kind: 'not-wired' };
  switch (state.phase) {
    case 'idle':
    case 'loading':
      return watch.isLong(feed, state) ? progressState(feed, state) : { kind: shown ? 'ready' : 'waiting' };
    case 'cancelled':
      if (feed.store.size > 0) return { kind: 'ready' };
      return { kind: 'cancelled', loaded: state.loaded, load: () => feed.retry() };
    case 'failed':
      return failedState(feed, state, localization);
    case 'ready':
      return { kind: 'ready' };
  }
}

/**
 * A page that says how far a load is, and that it or a refresh did not get through, needs none of it in each of its cards: a
 * line more would move everything below it. That figures are of part of the data only, a card says in place of its note, and
 * what is wrong with its records in its menu. What a person did there is said all the same.
 */
export function quiet(state: CardState, noStatus: boolean): CardState {
  if (!noStatus) return state;
  if (state.kind === 'progress') return { kind: 'waiting' };
  if (state.kind !== 'ready' && state.kind !== 'empty') return state;
  return { ...state, notices: noticesOf(state).filter(({ kind }) => kind === 'failed') };
}

/** What a card has no line for, or none that may be long enough: its menu says it in full. */
export function menuNotices(state: CardState, noStatus: boolean): readonly CardNotice[] {
  return noticesOf(state).filter(
    ({ kind }) => kind === 'stale' || kind === 'partial' || (noStatus && kind === 'quality'),
  );
}

/** Tells a long load from one whose only page has just come, which would show its progress for a moment. */
export class LoadWatch {
  #feed: PerformanceFeed | null = null;
  #first = 0;

  /** More is to come for sure, or has come since the first page. */
  isLong(feed: PerformanceFeed, { loaded, total, progress }: FeedState): boolean {
    if (feed !== this.#feed || this.#first === 0) this.#first = loaded;
    this.#feed = feed;
    if (loaded === 0) return false;
    return loaded > this.#first || loaded < (total ?? 0) || (progress ?? 1) < 1;
  }
}

function progressState(feed: PerformanceFeed, { loaded, total, progress }: FeedState): CardState {
  return {
    kind: 'progress',
    loaded,
    ...(total === null ? {} : { total }),
    ...(progress === null ? {} : { share: progress }),
    cancel: () => feed.cancel(),
  };
}

function failedState(feed: PerformanceFeed, { error }: FeedState, localization: Localization): CardState {
  const { format, messages } = localization;
  if (error?.code === 'forbidden') return { kind: 'forbidden' };
  if (error?.code === 'unsupported') return { kind: 'empty', ...messages.card.unsupported };
  if (feed.store.size > 0) return { kind: 'ready' };
  const { code, message, retryAfterMs } = error!;
  return {
    kind: 'failed',
    code,
    details: `${code}: ${message}\n${format.dateTime(feed.clock.now())} (${format.timeZone})`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    retry: () => feed.retry(),
  };
}

/** What to know about figures that are shown although not all is well. */
export function dataNotices(
  source: PerformanceSource,
  { messages }: Localization,
  { quality, from }: Pick<ReportResult, 'quality' | 'from'>,
  showLeftOut: () => void,
): readonly CardNotice[] {
  const { feed, state } = source;
  if (feed === null) return [];
  const { card } = messages;
  const tryAgain = { label: card.actions.tryAgain, run: () => feed.retry() };
  // They take the place of the line that says it otherwise.
  const zoned = (text: RichText): RichText =>
    source.isViewersZone ? [...text, ` ${card.zone(source.timeZone)}.`] : text;
  const notices: CardNotice[] = [];
  if (state.phase === 'cancelled') {
    const load = { label: card.actions.load, run: () => feed.retry() };
    notices.push({ kind: 'partial', text: zoned(card.partial(card.partialCancelled(state.loaded))), action: load });
  } else if (state.phase === 'failed') {
    notices.push({ kind: 'partial', text: zoned(card.partial(card.partialLoaded(state.loaded))), action: tryAgain });
  } else if (feed.reach(from) === 'failed') {
    notices.push({ kind: 'partial', text: zoned(card.partial(card.partialOlder)), action: tryAgain });
  } else if (state.error !== null && state.asOf !== null) {
    notices.push({ kind: 'stale', text: zoned(card.stale(state.asOf, feed.clock.now())), action: tryAgain });
  }
  for (const warning of state.warnings) notices.push({ kind: 'quality', text: warning });
  if (quality.rejected.count > 0) {
    const which = { label: card.leftOutRecords.which, run: showLeftOut };
    notices.push({ kind: 'quality', text: card.leftOut(quality.rejected.count), action: which });
  }
  return notices;
}

/** Of part of the data only. */
export function isPartial(state: CardState): boolean {
  return noticesOf(state).some(({ kind }) => kind === 'partial');
}

/** The time of the data, and a zone that nobody named. A notice of the data takes its place. */
export function dataStatus(
  { feed, isViewersZone, timeZone }: PerformanceSource,
  { asOf: at }: ReportResult,
  { messages }: Localization,
  notices: readonly CardNotice[],
): { readonly status?: string } {
  const { asOf, asOfIn } = messages.card;
  if (notices.some(({ kind }) => kind === 'partial' || kind === 'stale')) return {};
  const now = feed!.clock.now();
  return { status: isViewersZone ? asOfIn(at, now, timeZone) : asOf(at, now) };
}
