import { binCount } from '../../src/metrics/bins.js';
import { CHANNELS, TEAMMATES } from './facts.js';
import { feedback, weekly, type Counters } from './question.js';

/** Counters that are single numbers. */
const FEW = 13;

/** Names of all counters of an answer, with how many numbers each has. */
export function blankCounters(buckets: number): Counters {
  const counters: Counters = new Map();
  const all = new Float64Array(
    (weekly.length + feedback.length + CHANNELS.length + TEAMMATES.length) * buckets + FEW + 2 * binCount,
  );
  let used = 0;
  const add = (name: string, length: number): void => {
    counters.set(name, all.subarray(used, used + length));
    used += length;
  };
  for (const name of [...weekly, ...feedback]) add(name, buckets);
  for (const channel of CHANNELS) add(`channel:${channel}`, buckets);
  for (const teammate of TEAMMATES) add(`teammate:${teammate}`, buckets);
  for (const name of ['assigned', 'assignedHandedOff', 'assignedHandedOffClosed', 'timeToClose', 'timeToCloseMs'])
    add(name, 1);
  for (const name of ['week:resolvedSet', 'week:resolutionTimeSet', 'week:resolutionTimeSetMs']) add(name, 1);
  for (const name of ['week:handled', 'week:deflected', ...feedback.map((value) => `week:${value}`)]) add(name, 1);
  add('timeToClose:bins', binCount);
  add('week:bins', binCount);
  return counters;
}
