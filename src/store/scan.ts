import type { OutcomeRules } from '../conversation/rules.js';
import { Counter, type Answer, type Question, type Stretch } from '../metrics/answer.js';
import { binOf } from '../metrics/bins.js';
import { bitOf, bitsOf } from '../metrics/facts.js';
import { measureOf, type DurationName, type MeasureName } from '../metrics/measures.js';
import type { Columns } from './columns.js';
import { judgeRow, type JudgedRow } from './judged-row.js';

/** The clock and rules a question is answered at, and which rows must be judged again for it. */
export interface Verdict {
  readonly now: number;
  readonly rules: OutcomeRules;
  /** `none`: the columns are kept at this clock and these rules. `touched`: an earlier clock, the same rules. */
  readonly judges: 'none' | 'touched' | 'all';
}

/** A measure with its facts as bits. */
interface CompiledMeasure {
  readonly name: MeasureName;
  readonly all: number;
  readonly none: number;
  readonly sum: DurationName | undefined;
}

/** The measures of a question by the instant that places them. */
interface Plan {
  readonly startedAt: readonly CompiledMeasure[];
  readonly settlesAt: readonly CompiledMeasure[];
  readonly at: readonly CompiledMeasure[];
}

/** What counting reads of a row; the columns hold it, or judging again makes it. */
type CountedRow = Omit<JudgedRow, 'changesAt' | 'lastAt' | 'negativeDuration'> & { readonly channel: string };

/** Answers by one pass over all rows. */
export function answerByScan(columns: Columns, question: Question, verdict: Verdict): Answer {
  const { boundaries, channels } = question;
  const plan = planOf(question.measures);
  const totals = boundaries.slice(1).map(() => new Counter());
  const by = new Map<string, Counter[]>();
  visitRows(columns, { boundaries, channels }, verdict, (row) => {
    const group = question.by === undefined ? null : question.by === 'channel' ? row.channel : row.teammate;
    countRow(row, plan, boundaries, totals);
    if (group !== null) countRow(row, plan, boundaries, groupOf(by, group, totals.length));
  });
  return { totals, by: occurring(by) };
}

/** The latest instant at which a pending conversation that started inside a stretch settles; null where none is pending. */
export function scanSettlesBy(columns: Columns, stretch: Stretch, verdict: Verdict): number | null {
  const pending = bitsOf(['counted', 'pending']);
  const { from, to, channels } = stretch;
  let latest: number | null = null;
  visitRows(columns, { boundaries: [from, to], channels }, verdict, (row) => {
    if ((row.bits & pending) !== pending || row.startedAt < from || row.startedAt >= to) return;
    if (latest === null || row.settlesAt > latest) latest = row.settlesAt;
  });
  return latest;
}

function planOf(names: readonly MeasureName[]): Plan {
  const plan = { startedAt: [] as CompiledMeasure[], settlesAt: [] as CompiledMeasure[], at: [] as CompiledMeasure[] };
  for (const name of new Set(names)) {
    const measure = measureOf(name);
    const sum = measure.of === 'conversation' ? measure.sum : undefined;
    plan[measure.at].push({ name, all: bitsOf(measure.all), none: bitsOf(measure.none), sum });
  }
  return plan;
}

/** Which rows a question may concern. */
interface Reach {
  readonly boundaries: readonly number[];
  readonly channels: readonly string[] | undefined;
}

/** Visits those rows as they stand at the question's clock and by its rules. A row is good until the next one comes. */
function visitRows(columns: Columns, reach: Reach, verdict: Verdict, visit: (row: CountedRow) => void): void {
  const wanted = reach.channels === undefined ? null : channelNumbers(columns, reach.channels);
  const kept = new KeptRow(columns);
  for (let row = 0; row < columns.length; row++) {
    if (wanted !== null && !wanted.has(columns.channel[row]!)) continue;
    kept.row = row;
    if (verdict.judges === 'none') {
      if (columns.bits[row] !== 0) visit(kept);
      continue;
    }
    const conversation = columns.conversations[row];
    if (conversation === undefined || (verdict.judges === 'touched' && !touches(kept, reach.boundaries))) continue;
    visit({ ...judgeRow(conversation, verdict.now, verdict.rules), channel: conversation.channel });
  }
}

function channelNumbers(columns: Columns, channels: readonly string[]): ReadonlySet<number> {
  return new Set(channels.map((name) => columns.channels.find(name)).filter((number) => number !== undefined));
}

/** One row of the columns, read where it lies. */
class KeptRow implements CountedRow {
  row = 0;

  constructor(private readonly columns: Columns) {}

  get bits(): number {
    return this.columns.bits[this.row]!;
  }
  get startedAt(): number {
    return this.columns.startedAt[this.row]!;
  }
  get settlesAt(): number {
    return this.columns.settlesAt[this.row]!;
  }
  get resolutionTimeMs(): number {
    return this.columns.resolutionTimeMs[this.row]!;
  }
  get timeToCloseMs(): number {
    return this.columns.timeToCloseMs[this.row]!;
  }
  get feedback(): JudgedRow['feedback'] {
    return this.columns.feedback[this.row]!;
  }
  get channel(): string {
    return this.columns.channels.nameOf(this.columns.channel[this.row]!);
  }
  get teammate(): string | null {
    const number = this.columns.teammate[this.row]!;
    return number === 0 ? null : this.columns.teammates.nameOf(number);
  }
}

/**
 * Whether a row can be counted inside the boundaries at an earlier clock by the same rules: it starts there, or has feedback
 * there, or settles there; what is settled at an earlier clock settles at the same instant now, since settling never moves.
 */
function touches(row: CountedRow, boundaries: readonly number[]): boolean {
  const inside = (at: number): boolean => stretchOf(boundaries, at) >= 0;
  return inside(row.startedAt) || inside(row.settlesAt) || row.feedback.some(({ at }) => inside(at));
}

function groupOf(by: Map<string, Counter[]>, name: string, stretches: number): readonly Counter[] {
  let group = by.get(name);
  if (group === undefined) {
    group = Array.from({ length: stretches }, () => new Counter());
    by.set(name, group);
  }
  return group;
}

/** Only groups in which something was counted. */
function occurring(by: ReadonlyMap<string, readonly Counter[]>): ReadonlyMap<string, readonly Counter[]> {
  return new Map([...by].filter(([, group]) => group.some((counter) => !counter.isEmpty)));
}

function countRow(row: CountedRow, plan: Plan, boundaries: readonly number[], totals: readonly Counter[]): void {
  countAt(row, plan.startedAt, row.startedAt, row.bits, boundaries, totals);
  countAt(row, plan.settlesAt, row.settlesAt, row.bits, boundaries, totals);
  for (const { at, value } of row.feedback) countAt(row, plan.at, at, bitOf(value), boundaries, totals);
}

function countAt(
  row: CountedRow,
  measures: readonly CompiledMeasure[],
  at: number,
  bits: number,
  boundaries: readonly number[],
  totals: readonly Counter[],
): void {
  const stretch = measures.length === 0 ? -1 : stretchOf(boundaries, at);
  if (stretch < 0) return;
  const counter = totals[stretch]!;
  for (const measure of measures) {
    if ((bits & measure.all) !== measure.all || (bits & measure.none) !== 0) continue;
    if (measure.sum === undefined) counter.count(measure.name);
    else counter.count(measure.name, row[measure.sum], binOf(row[measure.sum]));
  }
}

/** The stretch that holds an instant; -1 outside all of them. NaN lies outside. */
function stretchOf(boundaries: readonly number[], at: number): number {
  if (!(at >= boundaries[0]!) || at >= boundaries.at(-1)!) return -1;
  let low = 0;
  let high = boundaries.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (boundaries[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
