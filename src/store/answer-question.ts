import type { Answer, Question } from '../metrics/answer.js';
import { checkNames, measureOf } from '../metrics/measures.js';
import type { KnownTotals } from './known-totals.js';
import { compiledOf, ORDERS, placements } from './placement.js';
import { scanSegment, type Scan, type ScannedMeasure } from './scan.js';
import type { Segment } from './segment.js';
import { blankTables, type TotalsTable } from './totals-table.js';

/** A measure, and whether it is none of the table, so that no running totals are kept of it. */
type CountedMeasure = ScannedMeasure & { readonly isOwn: boolean };

/** What a question comes down to. */
interface Task {
  readonly question: Question;
  readonly measures: readonly CountedMeasure[];
  /** Names of the channels that count. */
  readonly channels: readonly string[];
  blankTable(): TotalsTable;
}

/** The counters of an answer, before anybody reads them. */
export interface Counters {
  readonly totals: TotalsTable;
  /** By channel name or teammate id; only what occurs. */
  readonly by: ReadonlyMap<string, TotalsTable>;
}

/** Answers by running totals where there are some, row by row where not; see {@link countQuestion}. */
export function answerQuestion(
  segments: readonly Segment[],
  question: Question,
  known: KnownTotals,
  ranks = true,
): Answer {
  const { totals, by } = countQuestion(segments, question, known, ranks);
  return { totals: totals.read(), by: new Map([...by].map(([name, table]) => [name, table.read()])) };
}

/**
 * Counts what a question asks for.
 * @param ranks false: row by row in any case, which is quicker where nothing else is asked of the segments
 */
export function countQuestion(
  segments: readonly Segment[],
  question: Question,
  known: KnownTotals,
  ranks = true,
): Counters {
  const stretches = Math.max(0, question.boundaries.length - 1);
  checkNames(question.measures);
  const measures = [...new Set(question.measures)].map((asked, column): CountedMeasure => {
    const measure = measureOf(asked);
    const isOwn = typeof asked === 'object';
    // Named one by one: a spread takes longer than all else that a known answer needs.
    const { all, none, duration } = compiledOf(asked);
    return { all, none, duration, at: measure.at, column, isOwn, name: isOwn ? asked.name : asked };
  });
  const channels = channelsOf(known.channels(segments), question.channels);
  const columns = measures.map(({ name, duration }) => ({ name, isTimed: duration !== null }));
  const task: Task = { question, measures, channels, blankTable: blankTables(columns, stretches) };
  const totals = task.blankTable();
  if (stretches === 0) return { totals, by: new Map() };
  const ranked = segments.filter(({ ranksChannels }) => ranks && ranksChannels);
  const unranked = segments.filter(({ ranksChannels }) => !ranks || !ranksChannels);
  const isOfAll = question.channels === undefined;
  // However many channels there are, running totals are kept of all of them as one.
  const [summed, scanned] = ranks && isOfAll ? [segments, []] : [ranked, unranked];
  for (const segment of scanned) countUnranked(segment, task, totals);
  countOwn(summed, task, () => totals);
  countRanked(summed, task, [{ channels: isOfAll ? null : channels, table: totals }], known);
  return { totals, by: partsOf(ranked, unranked, task, known) };
}

function partsOf(
  ranked: readonly Segment[],
  unranked: readonly Segment[],
  task: Task,
  known: KnownTotals,
): ReadonlyMap<string, TotalsTable> {
  const { by } = task.question;
  const tables = new Map<string, TotalsTable>();
  const tableOf = (name: string): TotalsTable => {
    let table = tables.get(name);
    if (table === undefined) tables.set(name, (table = task.blankTable()));
    return table;
  };
  if (by === 'channel') {
    const parts = task.channels.map((channel) => ({ channels: [channel], table: tableOf(channel) }));
    countRanked(ranked, task, parts, known);
    countOwn(ranked, task, (segment) => (row) => tableOf(segment.channelOf(row)));
    for (const segment of unranked) countUnranked(segment, task, (row) => tableOf(segment.channelOf(row)));
  } else if (by === 'teammate') {
    countByTeammate([...ranked, ...unranked], task, tableOf, known);
  }
  return new Map([...tables].filter(([, table]) => !table.isEmpty));
}

/** All names of channels that occur, or those of them that are asked for. */
function channelsOf(names: ReadonlyMap<string, number>, asked: readonly string[] | undefined): readonly string[] {
  return asked === undefined ? [...names.keys()] : [...new Set(asked)].filter((name) => names.has(name));
}

/** Measures that no running totals are kept of, row by row. */
function countOwn(
  segments: readonly Segment[],
  { question: { boundaries, channels }, measures }: Task,
  into: (segment: Segment) => Scan['into'],
): void {
  const own = measures.filter(({ isOwn }) => isOwn);
  for (const segment of own.length === 0 ? [] : segments)
    scanSegment(segment, { measures: own, boundaries, channels: wantedIn(segment, channels), into: into(segment) });
}

/** Some channels, and the table that they are counted in. */
interface Part {
  /** Names; null: all, whatever they are. */
  readonly channels: readonly string[] | null;
  readonly table: TotalsTable;
}

/** Counts each part of what is asked for, by running totals. All parts are of all channels, or none is. */
function countRanked(
  segments: readonly Segment[],
  { question: { boundaries }, measures }: Task,
  parts: readonly Part[],
  known: KnownTotals,
): void {
  if (segments.length === 0) return;
  const which = parts.some(({ channels }) => channels !== null) ? 'each' : 'all';
  for (const at of ORDERS) {
    const placement = placements[at];
    const placed = measures.filter((measure) => measure.at === at && !measure.isOwn);
    if (placed.length === 0) continue;
    const asked = placed.map(({ name, column }) => {
      const slot = placement.slotOf(name)!;
      return { slot, sum: placement.sumOf(slot), column };
    });
    for (const cube of known.cubes(segments, boundaries, at, which))
      for (const { channels, table } of parts) cube.addTo(table, asked, numbersOf(channels, cube.channels));
  }
}

/** The numbers of channels; where all count as one, that one's. */
function numbersOf(channels: readonly string[] | null, numbers: ReadonlyMap<string, number> | null): readonly number[] {
  if (channels === null || numbers === null) return [0];
  return channels.map((channel) => numbers.get(channel)).filter((number) => number !== undefined);
}

/** A segment of too many channels for running totals: the rows of those that count, one by one. */
function countUnranked(segment: Segment, task: Task, into: Scan['into']): void {
  const { boundaries, channels: asked } = task.question;
  const channels = wantedIn(segment, asked);
  if (channels === null) {
    scanSegment(segment, { measures: task.measures, boundaries, channels, into });
    return;
  }
  const atStart = task.measures.filter(({ at }) => at === 'startedAt');
  for (const number of segment.byChannel.numbers()) {
    if (channels[number] === 0) continue;
    const rows = segment.byChannel.rowsOf(number);
    scanSegment(segment, { measures: atStart, boundaries, channels: null, into }, rows);
  }
  const later = task.measures.filter(({ at }) => at !== 'startedAt');
  scanSegment(segment, { measures: later, boundaries, channels, into });
}

/** By number of a segment's channels 1 for those asked for; null where all are. */
function wantedIn(segment: Segment, asked: readonly string[] | undefined): Uint8Array | null {
  return asked === undefined ? null : Uint8Array.from(segment.channels, (name) => (asked.includes(name) ? 1 : 0));
}

function countByTeammate(
  segments: readonly Segment[],
  { question: { boundaries, channels: asked }, measures, channels }: Task,
  tableOf: (name: string) => TotalsTable,
  known: KnownTotals,
): void {
  const ranked = segments.filter(({ ranksTeammates }) => ranksTeammates);
  const credited = measures.find(({ name, isOwn }) => !isOwn && name === 'closedByTeammate');
  if (credited !== undefined && ranked.length > 0) {
    const named = asked === undefined ? null : channels;
    for (const cube of known.teammateCubes(ranked, boundaries, named === null ? 'all' : 'each')) {
      const numbers = numbersOf(named, cube.channels);
      cube.teammates.forEach((name, teammate) => cube.addTo(tableOf(name), credited.column, teammate, numbers));
    }
  }
  const others = measures.filter((measure) => measure !== credited);
  for (const segment of segments) {
    const left = segment.ranksTeammates ? others : measures;
    if (left.length === 0) continue;
    const table = (row: number): TotalsTable | null => {
      const teammate = segment.teammate[row]!;
      return teammate === 0 ? null : tableOf(segment.teammates.nameOf(teammate));
    };
    scanSegment(segment, { measures: left, boundaries, channels: wantedIn(segment, asked), into: table });
  }
}
