import { WEEK_MS } from '../time/civil.js';
import type { Question } from '../metrics/answer.js';
import type { SegmentedStore } from '../store/segmented-store.js';
import type { Slices } from './slices.js';

/**
 * One measure of each instant that measures are placed by: a store keeps running totals over each apart. With a duration
 * where there is one: so it does over these.
 */
const MEASURES = ['resolutionTime', 'resolutionTimeSet', 'feedbackPositive'] as const;
/**
 * Rows that are made ready to be asked together, so that no large lot of them is left for the first question. So many that
 * two such segments never grow into one: what is put in order once stays as it is.
 */
const ROWS_AT_ONCE = 6_144;
/** The longest range that can be chosen by name, and as much before it to compare with. */
const WEEKS = 53;

/**
 * Puts what has come in order, so that no large lot of it is left for the first question. Takes about 2 µs a conversation.
 * @param atLeast conversations that are worth it
 */
export function putInOrder(store: SegmentedStore, atLeast = ROWS_AT_ONCE): void {
  store.prepare(atLeast);
}

/** What {@link makeReady} needs of a store. */
type Readied = Pick<SegmentedStore, 'answer' | 'rankTeammates'>;

/**
 * Asks a store, in slices, week by week and one order of time after the other, so that the running totals are there before
 * a report asks for many weeks of all of them at once, or for all teammates.
 * @throws the signal's reason once it is aborted
 */
export async function makeReady(store: Readied, now: number, slices: Slices, signal: AbortSignal) {
  await slices.through(weeksBefore(now), (question) => store.answer(question), signal);
  await slices.through(store.rankTeammates(), () => {}, signal);
}

function* weeksBefore(now: number): Generator<Question, void> {
  for (let week = 0; week < WEEKS; week += 1) {
    const to = now + 1 - week * WEEK_MS;
    for (const measure of MEASURES) yield { measures: [measure], boundaries: [to - WEEK_MS, to], by: 'channel' };
  }
}
