import type { Counted, Selection } from '../metrics/answer.js';
import { measureOf } from '../metrics/measures.js';
import { firstAtOrAfter } from './order.js';
import { compiledOf, counts } from './placement.js';
import { itemsOf } from './scan.js';
import type { Segment } from './segment.js';

/** A segment whose rows can be told by the ids of their conversations. */
export interface ListedSegment {
  readonly segment: Segment;
  idOf(row: number): string;
}

/** What a measure counts in a stretch of time, by the same predicate as its totals, in order of time. */
export function listRows(segments: readonly ListedSegment[], selection: Selection): readonly Counted[] {
  const counted = segments.flatMap((listed) => listSegment(listed, selection));
  return counted.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function listSegment({ segment, idOf }: ListedSegment, selection: Selection): Counted[] {
  const measure = measureOf(selection.measure);
  const items = itemsOf(segment, measure.at);
  const compiled = compiledOf(selection.measure);
  const first = firstAtOrAfter(items.length, items.instantAt, selection.from);
  const end = firstAtOrAfter(items.length, items.instantAt, selection.to);
  const listed: Counted[] = [];
  for (let item = first; item < end; item++) {
    const row = items.rowOf(item);
    if (counts(compiled, items.bitsOf(item)) && isWanted(segment, row, selection))
      listed.push({ id: idOf(row), at: items.instantAt(item) });
  }
  return listed;
}

function isWanted(segment: Segment, row: number, { channels, teammate }: Selection): boolean {
  if (segment.isGone(row)) return false;
  if (channels !== undefined && !channels.includes(segment.channelOf(row))) return false;
  if (teammate === undefined) return true;
  const credited = segment.teammate[row]!;
  return credited !== 0 && segment.teammates.nameOf(credited) === teammate;
}
