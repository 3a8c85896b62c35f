import type { Localization } from '../../src/localize/localize.js';
import type { CountChartWords, RankingWords, RateChartWords } from '../../src/localize/messages.js';
import type { SeriesDefinition } from '../../src/reports/report-definition.js';
import type { CardNotice } from '../card/card-state.js';
import type { TemplateResult } from 'lit';
import { renderBreakdown } from '../figure/breakdown.js';
import type { FigureOptions } from '../figure/figure.js';
import type { SwatchColor } from '../figure/keys.js';
import type { ReportRoom } from './report-presentation.js';

/**
 * Texts with figures that are wide, though not the widest there are: they hold the room of those to come. What needs more,
 * which is rare, makes its card grow.
 */

/** A Wednesday in September, the longest of the days and months. */
const AT = Date.UTC(2026, 8, 30, 20, 20);
const WEEKS_LATER = Date.UTC(2026, 11, 16, 20, 20);
const MANY = 8_888;
/** As many as have an interval beside them. */
const FEW = 88;
/** As wide as a rate is. */
export const RATE = 0.888;
/** A name that is not known yet. */
const BLANK = '\u00a0';
const TIME_MS = (23 * 60 + 48) * 60_000;

/** The notice of a refresh that did not get through: as much of it as is always shown. */
export function staleSample({ messages }: Localization): CardNotice {
  const { card } = messages;
  const action = { label: card.actions.tryAgain, run: () => undefined };
  return { kind: 'stale', text: card.stale(AT, WEEKS_LATER).slice(0, 1), action };
}

/** Note and foot of *Impact this week*. */
export function impactRoom({ messages }: Localization): ReportRoom {
  return { note: messages.impact.note(AT, AT) };
}

/** The figures of *Impact this week*, each with every line it can have. */
export function impactSample({ messages, format }: Localization): readonly FigureOptions[] {
  const { impact, figures, comparison } = messages;
  const swatch = { pattern: 'hatched', color: 'series-2' } as const;
  const change = { text: comparison.nothingThen, tone: 'neutral' } as const;
  const common = { size: 'large', change, waiting: true } as const;
  const rate = { ...common, value: format.ratioParts(RATE), interval: figures.interval(RATE, RATE) };
  return [
    {
      ...common,
      label: impact.resolved,
      value: format.countParts(MANY),
      of: impact.resolvedSet,
      pending: { text: impact.resolvedPending(MANY), swatch },
    },
    {
      ...common,
      label: impact.handled,
      value: format.countParts(MANY),
      of: figures.ofConversations(MANY),
    },
    {
      ...common,
      label: impact.averageResolutionTime,
      value: format.durationParts(TIME_MS),
      of: impact.overResolvedSet(MANY),
      notes: [figures.medianIs(TIME_MS)],
    },
    {
      ...rate,
      label: impact.deflectionRate,
      of: figures.ofHandled(FEW, FEW),
      pending: { text: figures.pendingCanChange(MANY), swatch },
    },
    { ...rate, label: impact.helpfulRate, of: figures.ofAnswers(FEW, FEW) },
  ];
}

/** The figures of a host's own report. */
export function ownFiguresSample(
  { messages, format }: Localization,
  series: readonly SeriesDefinition[],
  labels: readonly string[],
): readonly FigureOptions[] {
  const { ownReport, comparisonBefore } = messages;
  const change = { text: comparisonBefore.nothingThen, tone: 'neutral' } as const;
  const values = {
    conversations: format.countParts(MANY),
    submissions: format.countParts(MANY),
    ratio: format.ratioParts(RATE),
    milliseconds: format.durationParts(TIME_MS),
  };
  return series.map(({ figure }, index) => ({
    label: labels[index]!,
    value: values[figure.unit],
    size: 'large',
    of: ownReport.of(MANY, MANY),
    change,
    waiting: true,
  }));
}

const UNFINISHED = {
  grain: 'week',
  reference: AT,
  current: { pending: MANY, low: RATE, high: RATE },
  earlier: MANY,
  settledBy: AT,
  dashed: true,
} as const;

/** Note, figure and foot of a rate over time. */
export function rateChartRoom(
  { messages, format }: Localization,
  words: RateChartWords,
  size: 'regular' | 'large',
  color: SwatchColor,
): ReportRoom {
  const text = words.pending?.foot(UNFINISHED) ?? messages.charts.stillRunning('week', 'ring');
  const figure = { value: format.ratioParts(RATE), of: words.of(MANY, MANY) };
  return {
    note: words.note,
    ...(size === 'large' ? {} : { headline: { kind: 'figure', figure } }),
    foot: [{ text, swatch: { pattern: 'dashed', color } }],
  };
}

/** Note, figure or legend, and foot of counts over time. */
export function countChartRoom(
  { messages, format }: Localization,
  words: CountChartWords,
  keys: readonly string[],
  colors: Readonly<Record<string, SwatchColor>>,
): ReportRoom {
  const text = words.pending?.foot(MANY, AT, WEEKS_LATER) ?? messages.charts.stillRunning('week', 'hatched');
  const figure = { value: format.countParts(MANY * 10), of: messages.charts.inBuckets('week', FEW) };
  const legend = keys.map((key) => ({
    pattern: 'solid' as const,
    color: colors[key]!,
    text: words.key(key, MANY),
  }));
  return {
    note: words.note,
    headline: keys.length === 1 ? { kind: 'figure', figure } : { kind: 'keys', keys: legend },
    foot: [{ text, swatch: { pattern: 'hatched', color: 'series-1' } }],
  };
}

/** Note, figure and foot of a ranking. */
export function rankingRoom({ format }: Localization, words: RankingWords): ReportRoom {
  const figure = { value: format.ratioParts(RATE), of: words.of({ parts: FEW, own: MANY, whole: MANY * 10 }) };
  return {
    note: words.note,
    headline: { kind: 'figure', figure },
    ...(words.foot === null ? {} : { foot: [{ text: words.foot }] }),
  };
}

/** The bars of a ranking. */
export function rankingSample({ format }: Localization, barsStand: 'under' | 'beside'): TemplateResult {
  const bars = [1, 0.5, 0.3, 0.2, 0.15, 0.1].map((length, index) => ({
    key: String(index),
    label: BLANK,
    color: 'series-rest' as const,
    length,
    value: format.count(MANY),
    note: format.ratio(RATE),
  }));
  return renderBreakdown({ bars, barsStand, waiting: true });
}

/** Note, figure and foot of *Resolution rate*. */
export function outcomesRoom({ messages, format }: Localization): ReportRoom {
  const words = messages.breakdowns['resolution-rate-card'];
  const figure = { value: format.ratioParts(RATE), size: 'large' as const, of: words.of(MANY, MANY) };
  return { note: words.note, headline: { kind: 'figure', figure }, foot: [{ text: words.foot(RATE, RATE) }] };
}

/** The bar and the rows of *Resolution rate*. */
export function outcomesSample({ messages, format }: Localization): TemplateResult {
  const { parts } = messages.breakdowns['resolution-rate-card'];
  const facts = Object.values(parts).map((label) => ({ label, value: format.count(MANY), note: format.ratio(RATE) }));
  return renderBreakdown({ whole: [{ pattern: 'solid', color: 'series-rest', share: 1 }], facts, waiting: true });
}

/** Note and figure of *Customer agent handoff*. */
export function funnelRoom({ messages, format }: Localization): ReportRoom {
  const words = messages.breakdowns['customer-agent-handoff'];
  return { note: words.note, headline: { kind: 'figure', figure: { value: format.ratioParts(RATE), of: words.of } } };
}

/** The steps and times of *Customer agent handoff*. */
export function funnelSample({ messages, format }: Localization): TemplateResult {
  const words = messages.breakdowns['customer-agent-handoff'];
  const bars = Object.entries(words.steps).map(([key, label], index) => ({
    key,
    label,
    color: 'series-rest' as const,
    length: 1 / (index + 1),
    value: format.count(MANY),
    ...(index === 0 ? {} : { note: words.ofStepBefore(RATE) }),
  }));
  const { averageTimeToClose, medianTimeToClose, nineInTen, open } = words;
  const labels = [averageTimeToClose, medianTimeToClose, nineInTen, open];
  const facts = labels.map((label) => ({ label, value: format.duration(TIME_MS) }));
  return renderBreakdown({ bars, facts, waiting: true });
}
