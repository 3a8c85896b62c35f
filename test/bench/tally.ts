import { binCount } from '../../src/metrics/bins.js';
import { bucketOf } from './bucket.js';
import { blankCounters } from './counters.js';
import { CHANNELS, TEAMMATES } from './facts.js';
import { feedback, funnel, weekly, type Counters, type Question } from './question.js';
import type { Row, Submission } from './rows.js';

/** What counts objects one by one for one question: in (`by` 1), and out again (`by` −1). */
export interface Tally {
  count(row: Row, by: number): void;
  countSubmission(submission: Submission, by: number): void;
  counters(): Counters;
}

const CHANNEL = weekly.length;
const TEAMMATE = CHANNEL + CHANNELS.length;
/** Counts of a bucket lie beside each other, a power of two apart from those of the next one. */
const SHIFT = 5;
const VALUES = feedback.length;

/**
 * Counters written by hand for exactly these figures. Rows come nearly in order of time: most are in the bucket of the
 * row before.
 */
export function tallyOf({ boundaries, week: [weekFrom, weekTo] }: Pick<Question, 'boundaries' | 'week'>): Tally {
  const buckets = boundaries.length - 1;
  const counts = new Int32Array(buckets << SHIFT);
  const closeBins = new Int32Array(binCount);
  const weekBins = new Int32Array(binCount);
  const said = new Int32Array(buckets * VALUES);
  const weekSaid = new Int32Array(VALUES);
  let assigned = 0;
  let assignedHandedOff = 0;
  let assignedClosed = 0;
  let closeCount = 0;
  let closeMs = 0;
  let resolvedSet = 0;
  let setMs = 0;
  let weekHandled = 0;
  let weekDeflected = 0;
  let bucket = 0;
  let from = boundaries[0]!;
  let to = boundaries[1]!;

  /** Finds the bucket of an instant; false outside all of them. */
  const find = (at: number): boolean => {
    const found = bucketOf(boundaries, at);
    if (found < 0) return false;
    bucket = found;
    from = boundaries[found]!;
    to = boundaries[found + 1]!;
    return true;
  };

  return {
    count(row, by) {
      const at = row.startedAt;
      const isInside = (at >= from && at < to) || find(at);
      const offset = bucket << SHIFT;
      if (!row.handled) {
        if (isInside) counts[offset]! += by;
        return;
      }
      if (row.resolved && row.settlesAt >= weekFrom && row.settlesAt < weekTo) {
        resolvedSet += by;
        setMs += by * row.resolutionTimeMs;
        weekBins[row.resolutionBin]! += by;
      }
      if (at >= weekFrom && at < weekTo) {
        weekHandled += by;
        if (row.deflected) weekDeflected += by;
      }
      if (!isInside) return;
      counts[offset]! += by;
      counts[offset + 1]! += by;
      counts[offset + CHANNEL + row.channel]! += by;
      if (row.resolved) counts[offset + 2]! += by;
      else if (row.unresolved) counts[offset + 3]! += by;
      else if (row.pending) {
        counts[offset + 4]! += by;
        if (row.couldResolve) counts[offset + 5]! += by;
      }
      if (row.deflected) {
        counts[offset + 6]! += by;
        if (row.pending) counts[offset + 7]! += by;
      }
      if (row.cause > 0) counts[offset + 7 + row.cause]! += by;
      if (row.teammate > 0) counts[offset + TEAMMATE - 1 + row.teammate]! += by;
      if (!row.assigned) return;
      assigned += by;
      if (row.cause === 0) return;
      assignedHandedOff += by;
      if (!row.closedAfterHandoff) return;
      assignedClosed += by;
      if (row.closeBin === 255) return;
      closeCount += by;
      closeMs += by * row.timeToCloseMs;
      closeBins[row.closeBin]! += by;
    },
    countSubmission({ at, value }, by) {
      if (at >= weekFrom && at < weekTo) weekSaid[value]! += by;
      if ((at >= from && at < to) || find(at)) said[bucket * VALUES + value]! += by;
    },
    counters() {
      const counters = blankCounters(buckets);
      const names = [
        ...weekly,
        ...CHANNELS.map((name) => `channel:${name}`),
        ...TEAMMATES.map((name) => `teammate:${name}`),
      ];
      names.forEach((name, place) => {
        const into = counters.get(name)!;
        for (let index = 0; index < buckets; index++) into[index] = counts[(index << SHIFT) + place]!;
      });
      feedback.forEach((name, value) => {
        const into = counters.get(name)!;
        for (let index = 0; index < buckets; index++) into[index] = said[index * VALUES + value]!;
        counters.get(`week:${name}`)![0] = weekSaid[value]!;
      });
      const totals = [assigned, assignedHandedOff, assignedClosed];
      funnel.forEach((name, step) => (counters.get(name)![0] = totals[step]!));
      counters.get('timeToClose')![0] = closeCount;
      counters.get('timeToCloseMs')![0] = closeMs;
      counters.get('timeToClose:bins')!.set(closeBins);
      counters.get('week:resolvedSet')![0] = resolvedSet;
      counters.get('week:resolutionTimeSet')![0] = resolvedSet;
      counters.get('week:resolutionTimeSetMs')![0] = setMs;
      counters.get('week:bins')!.set(weekBins);
      counters.get('week:handled')![0] = weekHandled;
      counters.get('week:deflected')![0] = weekDeflected;
      return counters;
    },
  };
}
