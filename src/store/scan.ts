import { binOf } from '../metrics/bins.js';
import { bitOf, feedbackFacts } from '../metrics/facts.js';
import type { Measure } from '../metrics/measures.js';
import { firstAtOrAfter } from './order.js';
import { counts, GONE, type CompiledMeasure } from './placement.js';
import type { Segment } from './segment.js';
import type { TotalsTable } from './totals-table.js';

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
  /** The table that a row is counted into; null for none. */
  tableOf(row: number): TotalsTable | null;
}

/** Some items of a segment in order of time: rows, places in the order of settlement, or submissions. */
export interface Items {
  readonly length: number;
  rowOf(item: number): number;
  instantAt(item: number): number;
  bitsOf(item: number): number;
}

const feedbackBits = [...feedbackFacts.map(bitOf), 0];

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
  switch (at) {
    case 'startedAt':
      return startedItems(segment, rows);
    case 'settlesAt':
      return settledItems(segment);
    case 'at':
      return feedbackItems(segment);
  }
}

function startedItems(segment: Segment, rows: Uint32Array | undefined): Items {
  const rowOf = rows === undefined ? (item: number): number => item : (item: number): number => rows[item]!;
  return {
    length: rows?.length ?? segment.length,
    rowOf,
    instantAt: (item) => segment.startedAt.get(rowOf(item)),
    bitsOf: (item) => segment.bitsOf(rowOf(item)),
  };
}

function settledItems(segment: Segment): Items {
  const { settledRows } = segment;
  return {
    length: settledRows.length,
    rowOf: (item) => settledRows[item]!,
    instantAt: (item) => segment.settlesAtOf(settledRows[item]!),
    bitsOf: (item) => segment.bitsOf(settledRows[item]!),
  };
}

function feedbackItems(segment: Segment): Items {
  const { feedbackRows, feedbackValues } = segment;
  return {
    length: feedbackRows.length,
    rowOf: (item) => feedbackRows[item]!,
    instantAt: (item) => segment.feedbackAtOf(item),
    bitsOf: (item) => (feedbackValues[item] === GONE ? 0 : feedbackBits[feedbackValues[item]!]!),
  };
}

function scanItems(segment: Segment, items: Items, measures: readonly ScannedMeasure[], scan: Scan): void {
  const { boundaries, channels } = scan;
  const first = firstAtOrAfter(items.length, items.instantAt, boundaries[0]!);
  const end = firstAtOrAfter(items.length, items.instantAt, boundaries.at(-1)!);
  let stretch = 0;
  for (let item = first; item < end; item++) {
    const row = items.rowOf(item);
    const bits = items.bitsOf(item);
    if (bits === 0 || (channels !== null && channels[segment.channel[row]!] === 0)) continue;
    while (items.instantAt(item) >= boundaries[stretch + 1]!) stretch += 1;
    const table = scan.tableOf(row);
    if (table !== null) for (const measure of measures) countRow(segment, row, bits, measure, table, stretch);
  }
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
