import { feedbackFacts } from '../metrics/facts.js';
import type { DurationName } from '../metrics/measures.js';
import type { DurationColumn } from './duration-column.js';
import type { FactPatterns } from './fact-patterns.js';
import { feedbackSlots, placements } from './placement.js';
import type { RankedItems } from './rank-index.js';
import type { SlotLists } from './slot-lists.js';

/** What is the same for all orders of a segment's rows. */
interface RankedRows {
  readonly patterns: FactPatterns;
  /** Patterns by row. */
  readonly pattern: Uint16Array | Uint32Array;
  /** Channels by row; null where all count as one. */
  readonly channels: Uint8Array | Uint32Array | null;
  readonly channelCount: number;
}

/** Durations by row, ms. */
export type DurationsOfRows = Readonly<Record<DurationName, (row: number) => number>>;

/** The durations of rows with a window of settlement that long. */
export function durationsOf(settles: DurationColumn, closes: DurationColumn, windowMs: number): DurationsOfRows {
  return {
    // From the start to the last reply, which settlement is counted from: whole milliseconds, whatever the window.
    resolutionTimeMs: (row) => Math.round(settles.get(row) - windowMs),
    timeToCloseMs: (row) => closes.get(row),
  };
}

interface TimedRows {
  readonly durations: DurationsOfRows;
}

const NO_SUMS = [...feedbackFacts.map(() => 0), 0];

/** Rows in order of start. */
export function startedItems(ranked: RankedRows & TimedRows & { readonly length: number }): RankedItems {
  const { startedSlots: slots, startedSums: sums } = ranked.patterns;
  return { ...rowItems(ranked, null, slots, sums), ...timed('startedAt', ranked), length: ranked.length };
}

/** Rows in the order they settle. */
export function settledItems(ranked: RankedRows & TimedRows & { readonly rows: Uint32Array }): RankedItems {
  const { settledSlots: slots, settledSums: sums } = ranked.patterns;
  return { ...rowItems(ranked, ranked.rows, slots, sums), ...timed('settlesAt', ranked), length: ranked.rows.length };
}

/** Submissions of feedback in order of time. */
export function feedbackItems(
  ranked: RankedRows & { readonly rows: Uint32Array; readonly values: Uint8Array },
): RankedItems {
  return {
    ...rowItems(ranked, ranked.rows, feedbackSlots, NO_SUMS),
    length: ranked.rows.length,
    kinds: ranked.values,
    isKindOfItem: true,
    slotCount: placements.at.compiled.length,
    durations: [],
  };
}

function rowItems(
  { pattern, channels, channelCount }: RankedRows,
  rows: Uint32Array | null,
  slots: SlotLists,
  sums: readonly number[],
): Pick<RankedItems, 'rows' | 'channels' | 'channelCount' | 'kinds' | 'isKindOfItem' | 'slots' | 'sums'> {
  const counted = channels === null ? 1 : channelCount;
  return { rows, channels, channelCount: counted, kinds: pattern, isKindOfItem: false, slots, sums };
}

function timed(at: 'startedAt' | 'settlesAt', { durations }: TimedRows): Pick<RankedItems, 'slotCount' | 'durations'> {
  const { compiled, durations: names } = placements[at];
  return { slotCount: compiled.length, durations: names.map((name) => durations[name]) };
}
