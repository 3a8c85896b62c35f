import { DurationColumn } from './duration-column.js';
import { FactPatterns } from './fact-patterns.js';
import type { FactsTable } from './facts-table.js';
import { InstantColumn } from './instant-column.js';
import { inOrder } from './order.js';
import type { Names, SegmentParts } from './segment-parts.js';
import { MOST_NARROW_PATTERN, ROWS_KNOWN_TOGETHER, Segment } from './segment.js';

/** A segment, and what the table knew of its rows beyond it. */
export interface MadeSegment {
  readonly segment: Segment;
  /** The table's row of each of the segment's. */
  readonly from: Uint32Array;
}

/**
 * Puts facts in order and makes a segment of them.
 * @param rows the rows of the table that go into it, at most 262,144
 * @param channelNames names by the table's numbers
 */
export function makeSegment(
  table: FactsTable,
  rows: Uint32Array,
  channelNames: readonly string[],
  windowMs: number,
  teammates: Names,
): MadeSegment {
  const from = pick(rows, inOrder(pick(table.startedAt, rows)));
  const parts = { ...columnsOf(table, from, channelNames), ...feedbackOf(table, from), windowMs };
  return { segment: new Segment(parts, teammates), from };
}

/** The values at some places. */
function pick<T extends Float64Array | Uint32Array>(values: T, places: Uint32Array): T {
  const picked = values.slice(0, places.length) as T;
  for (let index = 0; index < places.length; index++) picked[index] = values[places[index]!]!;
  return picked;
}

function columnsOf(
  table: FactsTable,
  from: Uint32Array,
  channelNames: readonly string[],
): Omit<SegmentParts, 'windowMs' | 'feedbackAt' | 'feedbackRows' | 'feedbackValues'> {
  const { length } = from;
  const startedAt = pick(table.startedAt, from);
  const settlesAt = pick(table.settlesAt, from);
  const patterns = new FactPatterns();
  const pattern = new Uint32Array(length);
  const channels = new ChannelNumbers(channelNames);
  const channel = new Uint32Array(length);
  const teammate = pick(table.teammate, from);
  const settles = new DurationColumn(new Uint32Array(length));
  const closes = new DurationColumn(new Uint32Array(length));
  const lastAt = new Float64Array(Math.ceil(length / ROWS_KNOWN_TOGETHER)).fill(-Infinity);
  for (let row = 0; row < length; row++) {
    const source = from[row]!;
    pattern[row] = patterns.of(table.bits[source]!);
    channel[row] = channels.of(table.channel[source]!);
    settles.set(row, settlesAt[row]! - startedAt[row]!);
    closes.set(row, table.timeToCloseMs[source]!);
    const span = Math.floor(row / ROWS_KNOWN_TOGETHER);
    if (table.lastAt[source]! > lastAt[span]!) lastAt[span] = table.lastAt[source]!;
  }
  return {
    startedAt: InstantColumn.of(startedAt).parts,
    pattern: narrowPatterns(pattern, patterns),
    bits: patterns.bits.slice(1),
    settles: settles.values,
    settlesApart: settles.apart,
    closes: closes.values,
    closesApart: closes.apart,
    channels: channels.names,
    channel: narrow(channel),
    teammate: narrow(teammate),
    lastAt,
  };
}

/** Numbers of the channels that occur, in the order they do. */
class ChannelNumbers {
  readonly names: string[] = [];
  readonly #numbers: Int32Array;
  readonly #known: readonly string[];

  constructor(known: readonly string[]) {
    this.#known = known;
    this.#numbers = new Int32Array(known.length).fill(-1);
  }

  of(known: number): number {
    if (this.#numbers[known]! < 0) this.#numbers[known] = this.names.push(this.#known[known]!) - 1;
    return this.#numbers[known]!;
  }
}

function feedbackOf(
  { submissions, length }: FactsTable,
  from: Uint32Array,
): Pick<SegmentParts, 'feedbackAt' | 'feedbackRows' | 'feedbackValues'> {
  const rowOf = new Int32Array(length).fill(-1);
  for (let row = 0; row < from.length; row++) rowOf[from[row]!] = row;
  return submissions.inTime((row) => rowOf[row]!);
}

/** In 16 bits each where they fit. */
export function narrowPatterns(pattern: Uint32Array, { bits }: FactPatterns): Uint16Array | Uint32Array {
  return bits.length - 1 > MOST_NARROW_PATTERN ? pattern : new Uint16Array(pattern);
}

/** In 8 bits each where they fit. */
export function narrow(numbers: Uint32Array): Uint8Array | Uint32Array {
  for (const number of numbers) if (number > 0xff) return numbers;
  return new Uint8Array(numbers);
}
