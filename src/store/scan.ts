import { binOf } from '../metrics/bins.js';
import { bitOf, feedbackFacts } from '../metrics/facts.js';
import type { Measure } from '../metrics/measures.js';
import { firstAtOrAfter } from './order.js';
import { counts, type CompiledMeasure } from './placement.js';
import type { Segment } from './segment.js';
import { TotalsTable } from './totals-table.js';

/** A measure to be counted into a column of a table. */
export interface ScannedMeasure extends CompiledMeasure {
  readonly name: string;
  readonly at: Measure['at'];
  readonly column: number;
}

/** What is counted, row by row. */
export interface Scan {
  readonly measures: readonly ScannedMeasure[];
  /** Ascending instants, epoch ms, two or more. */
  readonly boundaries: readonly number[];
  /** By number of the segment's channels, 1 for those that count; null: all. */
  readonly channels: Uint8Array | null;
  /** The table that all rows are counted into, or that of a row; null for none. */
  readonly into: TotalsTable | ((row: number) => TotalsTable | null);
}

const feedbackBits = [...feedbackFacts.map(bitOf), 0];

/** Some items of a segment in order of time: rows, or submissions. All of one class, so that one loop runs over all kinds. */
export class Items {
  readonly #segment: Segment;
  readonly #rows: Uint32Array | null;
  readonly #values: Uint8Array | null;
  /** What is true of each kind of item; 0 of one that is gone. */
  readonly facts: readonly number[];
  /** Epoch ms. */
  readonly instantAt: (item: number) => number;
  readonly length: number;

  /**
   * @param rows by item; null where items are the rows themselves
   * @param values of submissions; null where items are rows
   */
  constructor(
    segment: Segment,
    rows: Uint32Array | null,
    values: Uint8Array | null,
    instantAt: (item: number) => number,
  ) {
    this.#segment = segment;
    this.#rows = rows;
    this.#values = values;
    this.facts = values === null ? segment.patterns.bits : feedbackBits;
    this.instantAt = instantAt;
    this.length = rows === null ? segment.length : rows.length;
  }

  rowOf(item: number): number {
    return this.#rows === null ? item : this.#rows[item]!;
  }

  /** The pattern of a row, or the value of a submission. */
  kindOf(item: number): number {
    return this.#values === null ? this.#segment.patternOf(this.rowOf(item)) : this.#values[item]!;
  }

  /** Facts of a row, or the value of a submission as one; 0 for what is gone. */
  bitsOf(item: number): number {
    return this.facts[this.kindOf(item)]!;
  }
}

/**
 * Counts the rows of a segment one by one: the plain way, for what no running totals are kept of.
 * @param rows the only ones that can count, in order; absent: all
 */
export function scanSegment(segment: Segment, scan: Scan, rows?: Uint32Array): void {
  for (const at of ['startedAt', 'settlesAt', 'at'] as const) {
    const measures = scan.measures.filter((measure) => measure.at === at);
    if (measures.length > 0) scanItems(segment, itemsOf(segment, at, rows), measures, scan);
  }
}

/**
 * The items that one instant places in time.
 * @param rows of those that are rows, the only ones; absent: all
 */
export function itemsOf(segment: Segment, at: Measure['at'], rows?: Uint32Array): Items {
  const { startedAt, feedbackRows, feedbackValues } = segment;
  switch (at) {
    case 'startedAt':
      return new Items(segment, rows ?? null, null, (item) => startedAt.get(rows === undefined ? item : rows[item]!));
    case 'settlesAt': {
      const { settledRows } = segment; // Put in order when it is first asked for.
      return new Items(segment, settledRows, null, (item) => segment.settlesAtOf(settledRows[item]!));
    }
    case 'at':
      return new Items(segment, feedbackRows, feedbackValues, (item) => segment.feedbackAtOf(item));
  }
}

function scanItems(segment: Segment, items: Items, measures: readonly ScannedMeasure[], scan: Scan): void {
  const { boundaries, channels, into } = scan;
  const together = channels === null && measures.every(({ duration }) => duration === null);
  // Instants are asked for at boundaries alone: an engine makes an object of each.
  const placeOf = (boundary: number): number => firstAtOrAfter(items.length, items.instantAt, boundary);
  let item = placeOf(boundaries[0]!);
  for (let stretch = 0; stretch < boundaries.length - 1; stretch++) {
    const end = placeOf(boundaries[stretch + 1]!);
    if (together && into instanceof TotalsTable) countTogether(items, item, end, measures, into, stretch);
    else for (; item < end; item++) countItem(segment, items, item, measures, scan, stretch);
    item = end;
  }
}

/** Counts items that all go into one table, and nothing of them but how many: each set of facts that occurs is looked at once. */
function countTogether(
  items: Items,
  first: number,
  end: number,
  measures: readonly ScannedMeasure[],
  table: TotalsTable,
  stretch: number,
): void {
  const occurring = new Uint32Array(items.facts.length);
  for (let item = first; item < end; item++) occurring[items.kindOf(item)]! += 1;
  occurring.forEach((count, kind) => {
    for (const measure of measures)
      if (counts(measure, items.facts[kind]!)) table.counts[table.cell(stretch, measure.column)]! += count;
  });
}

function countItem(
  segment: Segment,
  items: Items,
  item: number,
  measures: readonly ScannedMeasure[],
  { channels, into }: Scan,
  stretch: number,
): void {
  const row = items.rowOf(item);
  const bits = items.bitsOf(item);
  if (bits === 0 || (channels !== null && channels[segment.channel[row]!] === 0)) return;
  const table = into instanceof TotalsTable ? into : into(row);
  if (table !== null) for (const measure of measures) countRow(segment, row, bits, measure, table, stretch);
}

function countRow(
  segment: Segment,
  row: number,
  bits: number,
  measure: ScannedMeasure,
  table: TotalsTable,
  stretch: number,
): void {
  if (!counts(measure, bits)) return;
  const cell = table.cell(stretch, measure.column);
  table.counts[cell]! += 1;
  if (measure.duration === null) return;
  const duration = segment.durationOf(row, measure.duration);
  table.sums[cell]! += duration;
  table.histogram(cell)[binOf(duration)]! += 1;
}
