import type { Localization } from '../../src/localize/localize.js';
import type { Figure } from '../../src/metrics/figures.js';
import type { Comparison, ReportResult, Series } from '../../src/reports/report-result.js';
import { reports } from '../../src/reports/reports.js';
import { renderFigures, type FigureOptions, type FigurePending } from '../figure/figure.js';
import { changeOf } from './change-of.js';
import { figuresTable, type FiguresColumns } from './figures-table.js';
import { intervalText } from './interval-text.js';
import type { Moment, Presentation, ReportFace } from './report-presentation.js';
import { impactRoom, impactSample } from './samples.js';

type Key = (typeof reports)['impact-this-week']['series'][number]['key'];
type Compared = Comparison['series'][number];

/** The words of *Impact this week*. */
export const impactFace: ReportFace = {
  title: ({ messages }) => messages.impact.title,
  note: () => '', // The days in it come with the result.
  skeleton: (localization) => renderFigures(impactSample(localization)),
  room: impactRoom,
  figures: ({ messages }) =>
    reports['impact-this-week'].series.map(({ key }) => ({ name: messages.impact[key], ...messages.definitions[key] })),
  present,
};

function present(result: ReportResult, localization: Localization, { today }: Moment): Presentation {
  const { impact } = localization.messages;
  const figures = result.series.map((series, index) =>
    figureOf(series, result.comparison?.series[index], localization),
  );
  return {
    note: result.comparison === undefined ? impact.noteSnapshot(result.from, today) : impact.note(result.from, today),
    picture: { kind: 'figures', figures },
    foot: [],
    table: figuresTable(result, figures, columnsOf(localization), localization),
    empty: isSilent(result) ? { kind: 'empty', ...impact.empty } : null,
  };
}

/** Headings of a table that compares a week with the last one. */
export function columnsOf({ messages }: Localization): FiguresColumns {
  const { figure, thisWeek, of, lastWeek, comparison } = messages.impact.table;
  return { figure, value: thisWeek, of, before: lastWeek, comparison };
}

/** Nothing happened in either time. */
export function isSilent({ series, comparison }: ReportResult): boolean {
  const all = [...series.map(({ figures }) => figures[0]!), ...(comparison?.series ?? []).map(({ figure }) => figure)];
  return all.every(
    ({ value, denominator = 0, pending = 0 }) => (value ?? 0) === 0 && denominator === 0 && pending === 0,
  );
}

function figureOf(series: Series, compared: Compared | undefined, localization: Localization): FigureOptions {
  const { messages, format } = localization;
  const key = series.key as Key;
  const figure = series.figures[0]!;
  const of = ofText(key, figure, localization);
  const change =
    compared === undefined ? undefined : changeOf(series, compared, localization.messages.comparison, localization);
  const pending = pendingOf(key, figure, localization);
  const interval = intervalText(figure, localization);
  const median = figure.median == null ? [] : [messages.figures.medianIs(figure.median)];
  return {
    label: messages.impact[key],
    value: valueParts(key, figure, format),
    size: 'large',
    notes: median,
    ...(of === undefined ? {} : { of }),
    ...(change === undefined ? {} : { change }),
    ...(pending === undefined ? {} : { pending }),
    ...(interval === undefined ? {} : { interval }),
  };
}

function valueParts(key: Key, { value }: Figure, format: Localization['format']): FigureOptions['value'] {
  if (key === 'averageResolutionTime') return format.durationParts(value);
  return key === 'resolved' || key === 'handled' ? format.countParts(value) : format.ratioParts(value);
}

/** What the figure is of, in words; where there is nothing to divide by, what is missing. */
function ofText(
  key: string,
  { numerator = 0, denominator = 0 }: Figure,
  { messages }: Localization,
): string | undefined {
  const { figures, impact } = messages;
  switch (key) {
    case 'resolved':
      return impact.resolvedSet;
    case 'handled':
      return figures.ofConversations(denominator);
    case 'averageResolutionTime':
      return denominator === 0 ? figures.nothingResolved : impact.overResolvedSet(denominator);
    case 'deflectionRate':
      return denominator === 0 ? figures.nothingHandled : figures.ofHandled(numerator, denominator);
    case 'helpfulRate':
      return denominator === 0 ? figures.noAnswers : figures.ofAnswers(numerator, denominator);
    default:
      return undefined;
  }
}

function pendingOf(key: Key, { pending = 0 }: Figure, { messages }: Localization): FigurePending | undefined {
  if (pending === 0) return undefined;
  if (key === 'resolved') {
    return { text: messages.impact.resolvedPending(pending), swatch: { pattern: 'hatched', color: 'series-2' } };
  }
  return { text: messages.figures.pendingCanChange(pending), swatch: { pattern: 'hatched', color: 'series-3' } };
}
