import type { ReportTable, TableRow } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import { plainText } from '../../src/localize/rich-text.js';
import { divide, type Figure } from '../../src/metrics/figures.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import { reports } from '../../src/reports/reports.js';
import type { Fact, Part } from '../figure/breakdown.js';
import type { Swatch } from '../figure/keys.js';
import { changeBefore } from './change-of.js';
import { intervalText } from './interval-text.js';
import type { Presentation, ReportFace } from './report-presentation.js';
import { outcomesRoom, outcomesSample } from './samples.js';
import { cellOf } from './table-cells.js';

const REPORT = 'resolution-rate-card';

/** How each outcome looks, in the order of the bar. */
export const outcomeSwatches = {
  resolved: { pattern: 'solid', color: 'series-2' },
  pending: { pattern: 'hatched', color: 'series-2' },
  unresolved: { pattern: 'solid', color: 'series-rest' },
  undeterminable: { pattern: 'ring', color: 'series-rest' },
} as const satisfies Record<string, Swatch>;

/** Outcomes that are a part of the one above them. */
const PARTS: readonly string[] = ['confirmed', 'unresolvedWithPerson', 'unresolvedAlone'];

/** The words of *Resolution rate*: one figure, and how all handled conversations ended. */
export const outcomesFace: ReportFace = {
  title: ({ messages }) => messages.breakdowns[REPORT].title,
  note: ({ messages }) => messages.breakdowns[REPORT].note,
  skeleton: outcomesSample,
  room: outcomesRoom,
  figures: ({ messages }) => [messages.definitions.resolutionRate],
  present,
};

function present(result: ReportResult, localization: Localization): Presentation {
  const { messages, format } = localization;
  const words = messages.breakdowns[REPORT];
  const rate = result.series[0]!.figures[0]!;
  const counts = new Map(result.details!.map(({ key, figures: [figure] }) => [key, figure!.value ?? 0]));
  const handled = counts.get('handled')!;
  const keys = [...counts.keys()] as (keyof typeof words.parts)[];
  const { numerator = 0, denominator = 0 } = rate;
  const interval = intervalText(rate, localization);
  return {
    note: words.note,
    headline: {
      kind: 'figure',
      figure: {
        value: format.ratioParts(rate.value),
        size: 'large',
        of: denominator === 0 ? words.nothing : words.of(numerator, denominator),
        ...(interval === undefined ? {} : { interval }),
        ...changeBefore(result, reports[REPORT], localization),
      },
    },
    picture: {
      kind: 'breakdown',
      breakdown: {
        whole: Object.entries(outcomeSwatches)
          .map(([key, swatch]): Part => ({ ...swatch, share: divide(counts.get(key)!, handled) ?? 0 }))
          .filter(({ share }) => share > 0),
        facts: keys.map((key): Fact => factOf(key, counts.get(key)!, handled, localization)),
      },
    },
    foot: footOf(rate, localization),
    table: tableOf(result, counts, localization),
    empty: handled === 0 ? { kind: 'empty', ...words.empty } : null,
  };
}

function tableOf(result: ReportResult, counts: ReadonlyMap<string, number>, localization: Localization): ReportTable {
  const { messages, format } = localization;
  const words = messages.breakdowns[REPORT];
  const { before, column } = messages.comparisonBefore;
  const handled = counts.get('handled')!;
  const then = result.comparison?.series[0]?.figure;
  const { change } = changeBefore(result, reports[REPORT], localization);
  const row = (key: string, label: string, count: number, share: number | null, text = ''): TableRow => {
    const cells = [label, cellOf('conversations', count, format), cellOf('ratio', share, format)];
    return { key, cells: then === undefined ? cells : [...cells, text] };
  };
  const rateRow = (key: string, label: string, { value, denominator = 0 }: Figure, text?: string): TableRow =>
    row(key, label, denominator, value, text);
  const parts = [...counts].map(([key, count]) =>
    row(key, words.parts[key as keyof typeof words.parts], count, divide(count, handled)),
  );
  const differs = change === undefined ? '' : plainText(change.text);
  return {
    columns: [
      { label: words.table.part },
      { label: words.table.count, numeric: true },
      { label: words.table.share, numeric: true },
      ...(then === undefined ? [] : [{ label: column, muted: true }]),
    ],
    rows: [
      ...parts,
      rateRow('resolutionRate', words.title, result.series[0]!.figures[0]!, differs),
      ...(then === undefined ? [] : [rateRow('before', before, then)]),
    ],
  };
}

function factOf(
  key: keyof Localization['messages']['breakdowns'][typeof REPORT]['parts'],
  count: number,
  handled: number,
  { messages, format }: Localization,
): Fact {
  const swatch = Object.hasOwn(outcomeSwatches, key) ? outcomeSwatches[key as keyof typeof outcomeSwatches] : undefined;
  return {
    label: messages.breakdowns[REPORT].parts[key],
    value: format.count(count),
    note: format.ratio(divide(count, handled)),
    ...(swatch === undefined ? {} : { swatch }),
    isPart: PARTS.includes(key),
  };
}

/** Where the rate can still end. */
function footOf({ pending = 0, low, high }: Figure, { messages }: Localization): Presentation['foot'] {
  if (pending === 0 || low == null || high == null) return [];
  return [{ text: messages.breakdowns[REPORT].foot(low, high) }];
}
