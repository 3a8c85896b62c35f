import { countQuestion } from '../../../src/store/answer-question.js';
import { FactsTable } from '../../../src/store/facts-table.js';
import { KnownTotals } from '../../../src/store/known-totals.js';
import { makeSegment } from '../../../src/store/make-segment.js';
import type { Segment } from '../../../src/store/segment.js';
import type { TotalsTable } from '../../../src/store/totals-table.js';
import { blankCounters } from '../counters.js';
import { CHANNELS, TEAMMATES, WINDOW_MS, type Facts } from '../facts.js';
import { feedback, funnel, weekly, type Counters, type Engine, type Question } from '../question.js';

const SEGMENT_ROWS = 2 ** 18;
/** The store's: a new segment takes in those that are no larger, as long as all together have so few rows. */
const MERGED_ROWS = 8_192;
const columns = [
  'startedAt',
  'bits',
  'settlesAt',
  'timeToCloseMs',
  'channel',
  'teammate',
  'lastAt',
  'changesAt',
] as const satisfies (keyof FactsTable)[];
const teammates = { nameOf: (number: number): string => TEAMMATES[number - 1]! };

/** Segments of facts, as a store makes them. */
export function segmentsOf({ table }: Pick<Facts, 'table'>): Segment[] {
  const segments: Segment[] = [];
  const all = table.rows();
  for (let first = 0; first < table.length; first += SEGMENT_ROWS) {
    const rows = all.slice(first, Math.min(first + SEGMENT_ROWS, table.length));
    const { segment } = makeSegment(table, rows, CHANNELS, WINDOW_MS, teammates);
    segments.push(segment);
  }
  return segments;
}

/** This kit's core. */
export class Deskglass implements Engine {
  readonly name = 'deskglass';
  readonly segments: Segment[];
  /** What was appended, as far as it is in segments of its own. */
  readonly #small: { readonly table: FactsTable; readonly segment: Segment }[] = [];
  readonly #known = new KnownTotals();

  constructor(facts: Facts) {
    this.segments = segmentsOf(facts);
    for (const segment of this.segments) {
      segment.parts(); // As a worker hands it over: with its running totals.
      segment.credits.timeline.rank();
    }
  }

  /** What is new takes in small segments, as in the store, and has no running totals yet. */
  append({ table }: Pick<Facts, 'table'>): void {
    let all = table;
    for (let index = this.#small.length - 1; index >= 0; index--) {
      const small = this.#small[index]!.table;
      if (small.length > all.length || small.length + all.length > MERGED_ROWS) continue;
      all = joined(small, all);
      this.segments.splice(this.segments.indexOf(this.#small.splice(index, 1)[0]!.segment), 1);
    }
    const [segment] = segmentsOf({ table: all });
    this.segments.push(segment!);
    this.#small.push({ table: all, segment: segment! });
    this.#known.changed();
  }

  ask({ boundaries, week, channels }: Question): Counters {
    const counters = blankCounters(boundaries.length - 1);
    const filter = channels === null ? {} : { channels: channels.map((channel) => CHANNELS[channel]!) };
    const answer = (question: Omit<Parameters<typeof countQuestion>[1], 'channels'>) =>
      countQuestion(this.segments, { ...question, ...filter }, this.#known);
    const over = answer({ measures: [...weekly, ...feedback], boundaries });
    for (const name of [...weekly, ...feedback]) write(counters.get(name)!, over.totals, name);
    for (const [name, totals] of answer({ measures: ['handled'], boundaries, by: 'channel' }).by)
      write(counters.get(`channel:${name}`)!, totals, 'handled');
    for (const [name, totals] of answer({ measures: ['closedByTeammate'], boundaries, by: 'teammate' }).by)
      write(counters.get(`teammate:${name}`)!, totals, 'closedByTeammate');
    const ends = [boundaries[0]!, boundaries.at(-1)!];
    const whole = answer({ measures: [...funnel, 'timeToClose'], boundaries: ends }).totals;
    for (const name of funnel) write(counters.get(name)!, whole, name);
    writeTimes(counters, whole, 'timeToClose', 'timeToClose', 'timeToCloseMs', 'timeToClose:bins');
    const measures = ['resolvedSet', 'resolutionTimeSet', 'handled', 'deflected', ...feedback] as const;
    const set = answer({ measures, boundaries: week }).totals;
    for (const name of ['resolvedSet', 'handled', 'deflected', ...feedback])
      write(counters.get(`week:${name}`)!, set, name);
    writeTimes(counters, set, 'resolutionTimeSet', 'week:resolutionTimeSet', 'week:resolutionTimeSetMs', 'week:bins');
    return counters;
  }
}

function joined(a: FactsTable, b: FactsTable): FactsTable {
  const table = new FactsTable(a.length + b.length);
  for (const part of [a, b]) {
    const first = table.length;
    for (const column of columns) table[column].set(part[column].subarray(0, part.length), first);
    table.length += part.length;
    const { count, row, at, value } = part.submissions;
    for (let index = 0; index < count; index++) table.submissions.add(first + row[index]!, at[index]!, value[index]!);
  }
  return table;
}

function write(into: Float64Array, table: TotalsTable, name: string): void {
  const column = columnOf(table, name);
  for (let bucket = 0; bucket < table.stretches; bucket++) into[bucket] = table.counts[table.cell(bucket, column)]!;
}

function writeTimes(
  counters: Counters,
  table: TotalsTable,
  name: string,
  count: string,
  sum: string,
  bins: string,
): void {
  const cell = table.cell(0, columnOf(table, name));
  counters.get(count)![0] = table.counts[cell]!;
  counters.get(sum)![0] = table.sums[cell]!;
  counters.get(bins)!.set(table.histogram(cell));
}

function columnOf(table: TotalsTable, name: string): number {
  return table.measures.findIndex((measure) => measure.name === name);
}
