import { completeRules, type OutcomeRules } from '../conversation/rules.js';
import { DefinitionError } from '../errors.js';
import { together, type Answer, type Question, type Totals } from '../metrics/answer.js';
import { definitionOf } from '../metrics/definition.js';
import { figureOf, measuresOf, type Figure, type FigureRow } from '../metrics/figures.js';
import { countsDiffer, ratesDiffer } from '../metrics/intervals.js';
import type { AskedMeasure } from '../metrics/measures.js';
import type { ConversationStore } from '../store/conversation-store.js';
import type { Grain } from '../time/civil.js';
import {
  checkRange,
  civilDaysBefore,
  civilDaysIn,
  spansOf,
  weekOf,
  weeksBack,
  type Calendar,
  type CivilSpan,
  type Range,
} from '../time/range.js';
import type { ReportDefinition, SeriesDefinition } from './report-definition.js';
import type { Bucket, Change, Comparison, ReportResult, Series } from './report-result.js';
import { reports, type ReportName } from './reports.js';

/** What a report is asked for. */
export interface ReportQuery extends Calendar {
  /** Epoch ms; needed by reports over time, read by no other. */
  readonly from?: number;
  /** Epoch ms, not part of the range; needed by reports over time, read by no other. */
  readonly to?: number;
  /** What time is cut into; default week. */
  readonly grain?: Grain;
  /** Only conversations of these channels; absent: all. */
  readonly channels?: readonly string[];
  /** As it stood then, epoch ms; absent: the store's clock. */
  readonly now?: number;
  /** What if; such a result is not `official`. */
  readonly rules?: Partial<OutcomeRules>;
  /** False where the source knows only the present, so that there is no "as it stood then". Default true. */
  readonly compare?: boolean;
  /**
   * Compare a range with the one before it, as long in civil days, up to the same wall-clock time and as it stood then. Not
   * where `compare` is false. Default false.
   */
  readonly previous?: boolean;
}

/**
 * Answers a report from a store.
 * @throws {DefinitionError} where the report, range, zone, week start, clock or a rule makes no sense
 */
export function runReport(
  store: ConversationStore,
  report: ReportName | ReportDefinition,
  query: ReportQuery,
): ReportResult {
  const steps = reportSteps(store, report, query);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** {@link runReport} with a step for each question to the store, which must not change in between. */
export function* reportSteps(
  store: ConversationStore,
  report: ReportName | ReportDefinition,
  query: ReportQuery,
): ReportSteps<ReportResult> {
  const definition = typeof report === 'string' ? reportOf(report) : report;
  const rules = query.rules === undefined ? store.rules : completeRules({ ...store.rules, ...query.rules });
  const clocked = { ...query, now: query.now ?? store.now, rules };
  switch (definition.cut) {
    case 'buckets':
      return yield* overTime(store, definition, clocked);
    case 'range':
      return yield* asAWhole(store, definition, clocked);
    case 'week-so-far':
      return yield* weekSoFar(store, definition, clocked);
  }
}

type ReportSteps<Result> = Generator<void, Result>;

type ClockedQuery = Omit<ReportQuery, 'rules'> & { readonly now: number; readonly rules: OutcomeRules };

/** @throws {DefinitionError} where there is no report of this name */
export function reportOf(name: string): ReportDefinition {
  if (!Object.hasOwn(reports, name)) {
    throw new DefinitionError(
      `report: expected one of ${Object.keys(reports).join(', ')}, got ${JSON.stringify(name)}.`,
    );
  }
  return reports[name as ReportName];
}

function* overTime(
  store: ConversationStore,
  definition: ReportDefinition,
  query: ClockedQuery,
): ReportSteps<ReportResult> {
  const range = { from: query.from ?? NaN, to: query.to ?? NaN };
  const spans = spansOf(range, query.grain ?? 'week', query);
  const inside = spans.slice(1).map(({ start }) => start);
  const answer = yield* ask(store, definition, query, spans.length === 0 ? [] : [range.from, ...inside, range.to]);
  const series = seriesOf(store, definition, answer);
  return {
    ...frameOf(store, definition, query, range),
    buckets: spans.map((span, index) => bucketOf(store, span, range, query, answer.totals[index]!)),
    series: series.map(({ shown }) => shown),
    totals: series.map(({ total }) => total),
    ...detailsOf(definition, answer),
    ...(yield* comparedWithBefore(
      store,
      definition,
      query,
      range,
      series.map(({ total }) => total),
    )),
  };
}

function* asAWhole(
  store: ConversationStore,
  definition: ReportDefinition,
  query: ClockedQuery,
): ReportSteps<ReportResult> {
  const range = { from: query.from ?? NaN, to: query.to ?? NaN };
  const frame = frameOf(store, definition, query, range); // Before anything is asked: it checks the range.
  const answer = yield* ask(store, definition, query, [range.from, range.to]);
  const series = seriesOf(store, definition, answer).map(({ total }) => total);
  const details = detailsOf(definition, answer);
  const before = yield* comparedWithBefore(store, definition, query, range, series);
  return { ...frame, buckets: null, series, totals: series, ...details, ...before };
}

function* comparedWithBefore(
  store: ConversationStore,
  definition: ReportDefinition,
  query: ClockedQuery,
  range: Range,
  series: readonly Series[],
): ReportSteps<Pick<ReportResult, 'comparison'>> {
  if (query.previous !== true || query.compare === false || range.from === range.to) return {};
  const days = civilDaysIn(range, query.timeZone);
  const earlierBy = (instant: number): number => civilDaysBefore(instant, days, query.timeZone);
  const from = earlierBy(range.from);
  const to = Math.max(from, Math.min(earlierBy(Math.min(range.to, query.now + 1)), range.from));
  const now = earlierBy(query.now);
  const before = (yield* ask(store, definition, { ...query, now }, [from, to])).totals;
  return { comparison: compare(definition, series, before[0]!, { from, to }, now) };
}

function* weekSoFar(
  store: ConversationStore,
  definition: ReportDefinition,
  query: ClockedQuery,
): ReportSteps<ReportResult> {
  const { now, timeZone } = query;
  const range = { from: weekOf(now, query).from, to: now + 1 }; // Up to and including now.
  const answer = yield* ask(store, definition, query, [range.from, range.to]);
  const series = seriesOf(store, definition, answer).map(({ total }) => total);
  const details = detailsOf(definition, answer);
  const frame = { ...frameOf(store, definition, query, range), buckets: null, series, totals: series, ...details };
  if (query.compare === false) return frame;
  const then = civilDaysBefore(now, 7, timeZone);
  // Where the clock skipped that time, the next valid one may lie in this week already.
  const earlier = { from: weeksBack(now, 2, query).from, to: Math.min(then + 1, range.from) };
  const before = (yield* ask(store, definition, { ...query, now: then }, [earlier.from, earlier.to])).totals;
  return { ...frame, comparison: compare(definition, series, before[0]!, earlier, then) };
}

function frameOf(store: ConversationStore, definition: ReportDefinition, query: ClockedQuery, range: Range) {
  checkRange(range);
  return {
    report: definition.report,
    asOf: query.now,
    definition: definitionOf(query.rules),
    from: range.from,
    to: range.to,
    quality: store.quality(),
  };
}

/** The totals of everything a report shows, and of what its buckets still wait for. */
function* ask(
  store: ConversationStore,
  { series, split, details = [] }: ReportDefinition,
  { channels, now, rules }: ClockedQuery,
  boundaries: readonly number[],
): ReportSteps<Answer> {
  if (boundaries.length === 0) return { totals: [], by: new Map() };
  const filter = channels === undefined ? {} : { channels };
  const shown = [...series, ...details].flatMap(({ figure }) => measuresOf(figure));
  const question: Question = {
    measures: [...new Set<AskedMeasure>([...shown, 'pending'])],
    boundaries,
    now,
    rules,
    ...filter,
  };
  yield* store.ahead?.(question) ?? [];
  const { totals } = store.answer(question);
  yield;
  if (split === undefined) return { totals, by: new Map() };
  // Asked by itself: only what is told apart has to be counted for each channel or teammate.
  const { by } = store.answer({ ...question, measures: measuresOf(split.figure), by: split.by });
  yield;
  return { totals, by };
}

function bucketOf(
  store: ConversationStore,
  span: CivilSpan,
  range: Range,
  query: ClockedQuery,
  totals: Totals,
): Bucket {
  const pending = totals.of('pending').count > 0;
  const { channels, now, rules } = query;
  const stretch = { from: Math.max(span.start, range.from), to: Math.min(span.end, range.to), now, rules };
  return {
    ...span,
    state: span.end > now ? 'open' : pending ? 'settling' : 'complete',
    settlesBy: pending ? store.settlesBy({ ...stretch, ...(channels === undefined ? {} : { channels }) }) : null,
  };
}

/** A series over the stretches that were asked, and as a whole. */
interface WholeSeries {
  readonly shown: Series;
  readonly total: Series;
}

function seriesOf(
  store: ConversationStore,
  { series, split }: ReportDefinition,
  { totals, by }: Answer,
): readonly WholeSeries[] {
  const labelOf = (name: string): string => (split?.by === 'teammate' ? (store.teammateName(name) ?? name) : name);
  const own = series.map(({ key, figure }) => wholeSeries({ key }, figure, totals));
  if (split === undefined) return own;
  const parts = [...by].map(([name, part]) =>
    wholeSeries({ key: `${split.by}:${name}`, label: labelOf(name) }, split.figure, part),
  );
  return [...own, ...parts.filter(({ total }) => valueOf(total) !== 0).toSorted(mostFirst)];
}

function detailsOf({ details }: ReportDefinition, { totals }: Answer): Pick<ReportResult, 'details'> {
  if (details === undefined) return {};
  return { details: details.map(({ key, figure }) => wholeSeries({ key }, figure, totals).total) };
}

function wholeSeries(named: Pick<Series, 'key' | 'label'>, figure: FigureRow, totals: readonly Totals[]): WholeSeries {
  const seriesWith = (figures: readonly Figure[]): Series => ({ ...named, unit: figure.unit, figures });
  return {
    shown: seriesWith(totals.map((stretch) => figureOf(figure, stretch))),
    total: seriesWith([figureOf(figure, together(totals))]),
  };
}

function mostFirst({ total: a }: WholeSeries, { total: b }: WholeSeries): number {
  return (valueOf(b) ?? 0) - (valueOf(a) ?? 0) || (a.key < b.key ? -1 : 1);
}

function valueOf({ figures: [whole] }: Series): number | null {
  return whole!.value;
}

function compare(
  definition: ReportDefinition,
  series: readonly Series[],
  totals: Totals,
  range: Range,
  now: number,
): Comparison {
  const compared = definition.series.map((row, index) => {
    const figure = figureOf(row.figure, totals);
    return { key: row.key, figure, change: changeOf(row, series[index]!.figures[0]!, figure) };
  });
  return { ...range, now, series: compared };
}

/** Rates differ in points, counts and times as a share of what they were; times are shown side by side, without a claim. */
function changeOf(row: SeriesDefinition, after: Figure, before: Figure): Change {
  const known = after.value !== null && before.value !== null;
  const difference = known ? after.value! - before.value! : null;
  if (row.figure.kind === 'rate') {
    return { difference, unit: 'points', clear: ratesDiffer(shareOf(after), shareOf(before)) };
  }
  const share = difference === null || before.value === 0 ? null : difference / before.value!;
  const clear = row.figure.kind === 'count' && known ? countsDiffer(after.value!, before.value!) : null;
  return { difference: share, unit: 'share', clear };
}

function shareOf({ numerator = 0, denominator = 0 }: Figure) {
  return { numerator, denominator };
}
