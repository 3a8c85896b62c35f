import type { Stretch } from '../metrics/answer.js';
import { bitsOf } from '../metrics/facts.js';
import type { Segment } from './segment.js';

const PENDING = bitsOf(['counted', 'pending']);

/**
 * The latest instant at which a pending conversation that started inside a stretch settles, epoch ms; null where none is.
 * @param now the clock that the segments are judged at
 */
export function settlesBy(segments: readonly Segment[], stretch: Stretch, now: number): number | null {
  const latest = segments.map((segment) => latestOf(segment, stretch, now)).filter((at) => at !== null);
  return latest.length === 0 ? null : Math.max(...latest);
}

/** Those that settle after the clock stand at the end of the order of settlement: the last that matches is the latest. */
function latestOf(segment: Segment, { from, to, channels }: Stretch, now: number): number | null {
  const { settledRows, startedAt } = segment;
  for (let place = settledRows.length - 1; place >= 0; place--) {
    const row = settledRows[place]!;
    const settlesAt = segment.settlesAtOf(row);
    if (settlesAt <= now) return null;
    const instant = startedAt.get(row);
    const isInside = instant >= from && instant < to;
    if (!isInside || (segment.bitsOf(row) & PENDING) !== PENDING) continue;
    if (channels === undefined || channels.includes(segment.channelOf(row))) return settlesAt;
  }
  return null;
}
