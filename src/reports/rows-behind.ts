import { completeRules } from '../conversation/rules.js';
import { DefinitionError } from '../errors.js';
import type { Counted, Selection } from '../metrics/answer.js';
import type { FigureRow } from '../metrics/figures.js';
import { measureOf, type AskedMeasure } from '../metrics/measures.js';
import type { ConversationStore } from '../store/conversation-store.js';
import type { Range } from '../time/range.js';
import type { ReportDefinition } from './report-definition.js';
import { reportOf, type ReportQuery } from './run-report.js';
import type { ReportName } from './reports.js';

/** Conversations, or submissions of feedback, behind one figure, each in order of time. */
export interface RowsBehind {
  /** What the figure counts; of a time what has it. */
  readonly numerator: readonly Counted[];
  /** The rest of the denominator: what else it is counted of. Empty where there is none. */
  readonly rest: readonly Counted[];
  /** Conversations that can still change it. */
  readonly pending: readonly Counted[];
}

/** One stretch of a report: a bucket, or all of it; clock, rules and channels as the report was asked. */
export interface RowsQuery extends Range, Pick<ReportQuery, 'channels' | 'now' | 'rules'> {}

/**
 * What a figure of a report counts, by the same measures as its value: as many rows as it says. For the rows of another clock
 * (a comparison) that clock is `now`.
 * @param series its key in the result, also `channel:<name>` and `teammate:<id>`
 * @throws {DefinitionError} where there is no such report or series, or the question makes no sense
 */
export function rowsBehind(
  store: ConversationStore,
  report: ReportName | ReportDefinition,
  series: string,
  query: RowsQuery,
): RowsBehind {
  const { figure, selection } = seriesOf(typeof report === 'string' ? reportOf(report) : report, series);
  const { from, to, channels, now } = query;
  const rules = query.rules === undefined ? store.rules : completeRules({ ...store.rules, ...query.rules });
  const asked: Omit<Selection, 'measure'> = {
    from,
    to,
    rules,
    ...(now === undefined ? {} : { now }),
    ...(channels === undefined ? {} : { channels }),
    ...selection(channels),
  };
  const list = (asking: readonly AskedMeasure[]): readonly Counted[] =>
    [...new Set(asking)].flatMap((measure) => store.list({ ...asked, measure })).sort((a, b) => a.at - b.at);
  const { counted, of, pending } = partsOf(figure);
  const rows = list(counted);
  const ids = new Set(rows.map(({ id }) => id));
  return {
    numerator: rows,
    // Conversations stand in both measures, submissions in one alone.
    rest: [
      ...list(of.filter((measure) => measureOf(measure).of === 'feedback' && !counted.includes(measure))),
      ...list(of.filter((measure) => measureOf(measure).of === 'conversation')).filter(({ id }) => !ids.has(id)),
    ],
    pending: list(pending === undefined ? [] : [pending]),
  };
}

/** The measures of a figure by what they are to it. */
function partsOf(figure: FigureRow): {
  readonly counted: readonly AskedMeasure[];
  readonly of: readonly AskedMeasure[];
  readonly pending?: AskedMeasure | undefined;
} {
  switch (figure.kind) {
    case 'count':
      return { counted: figure.counts, of: figure.of ?? [], pending: figure.pending };
    case 'rate':
      return { counted: figure.numerator, of: figure.denominator, pending: figure.pending };
    case 'duration':
      return { counted: [figure.of], of: [] };
  }
}

/** A figure, and which part of the conversations it is told of. */
interface SelectedSeries {
  readonly figure: FigureRow;
  selection(channels: readonly string[] | undefined): Pick<Selection, 'channels' | 'teammate'>;
}

function seriesOf({ report, series, split, details = [] }: ReportDefinition, key: string): SelectedSeries {
  const rows = [...series, ...details];
  const own = rows.find((row) => row.key === key);
  if (own !== undefined) return { figure: own.figure, selection: () => ({}) };
  if (split === undefined || !key.startsWith(`${split.by}:`)) {
    const known = [...rows.map((row) => row.key), ...(split === undefined ? [] : [`${split.by}:…`])];
    throw new DefinitionError(`series: expected one of ${known.join(', ')} of ${report}, got ${JSON.stringify(key)}.`);
  }
  const name = key.slice(split.by.length + 1);
  if (split.by === 'teammate') return { figure: split.figure, selection: () => ({ teammate: name }) };
  const isAsked = (channels: readonly string[] | undefined): boolean => channels?.includes(name) ?? true;
  return { figure: split.figure, selection: (channels) => ({ channels: isAsked(channels) ? [name] : [] }) };
}
