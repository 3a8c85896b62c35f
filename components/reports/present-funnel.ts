import type { Localization } from '../../src/localize/localize.js';
import { divide, type Figure } from '../../src/metrics/figures.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { Bar, Fact } from '../figure/breakdown.js';
import { intervalText } from './interval-text.js';
import type { Presentation, ReportFace } from './report-presentation.js';
import { funnelRoom, funnelSample } from './samples.js';
import { cellOf } from './table-cells.js';

const REPORT = 'customer-agent-handoff';
const STEPS = ['assigned', 'handedOff', 'closed'] as const;
const COLORS = { assigned: 'series-1', handedOff: 'series-4', closed: 'series-4' } as const;

/** The words of *Customer agent handoff*: how many come to each step, and how long it takes. */
export const funnelFace: ReportFace = {
  title: ({ messages }) => messages.breakdowns[REPORT].title,
  note: ({ messages }) => messages.breakdowns[REPORT].note,
  skeleton: funnelSample,
  room: funnelRoom,
  figures: ({ messages }) => [
    { name: messages.breakdowns[REPORT].title, ...messages.definitions.funnel },
    { name: messages.breakdowns[REPORT].averageTimeToClose, ...messages.definitions.averageTimeToClose },
  ],
  present,
};

/** The figures of a result by key. */
type Figures = ReadonlyMap<string, Figure>;

function present(result: ReportResult, localization: Localization): Presentation {
  const { messages, format } = localization;
  const words = messages.breakdowns[REPORT];
  const all = [...result.series, ...(result.details ?? [])];
  const figures: Figures = new Map(all.map(({ key, figures: [figure] }) => [key, figure!]));
  const rate = figures.get('conversionRate')!;
  const isEmpty = rate.denominator === 0;
  const interval = intervalText(rate, localization);
  return {
    note: words.note,
    headline: {
      kind: 'figure',
      figure: {
        value: format.ratioParts(rate.value),
        of: isEmpty ? words.nothing : words.of,
        ...(interval === undefined ? {} : { interval }),
      },
    },
    picture: {
      kind: 'breakdown',
      breakdown: { bars: barsOf(figures, localization), facts: factsOf(figures, localization) },
    },
    foot: [],
    table: tableOf(result, figures, localization),
    empty: isEmpty ? { kind: 'empty', ...words.empty } : null,
  };
}

function barsOf(figures: Figures, { messages, format }: Localization): readonly Bar[] {
  const words = messages.breakdowns[REPORT];
  const most = figures.get('assigned')!.value ?? 0;
  return STEPS.map((key) => {
    const { value, denominator } = figures.get(key)!;
    const share = denominator === undefined ? null : divide(value ?? 0, denominator);
    return {
      key,
      label: words.steps[key],
      color: COLORS[key],
      length: divide(value ?? 0, most) ?? 0,
      value: format.count(value),
      ...(share === null ? {} : { note: words.ofStepBefore(share) }),
    };
  });
}

function factsOf(figures: Figures, { messages, format }: Localization): readonly Fact[] {
  const words = messages.breakdowns[REPORT];
  const { value: average, p90 } = figures.get('averageTimeToClose')!;
  return [
    { label: words.averageTimeToClose, value: format.duration(average) },
    { label: words.medianTimeToClose, value: format.duration(figures.get('medianTimeToClose')!.value) },
    { label: words.nineInTen, value: format.duration(p90 ?? null) },
    { label: words.open, value: format.count(figures.get('open')!.value) },
  ];
}

function tableOf(
  { series }: ReportResult,
  figures: Figures,
  { messages, format }: Localization,
): Presentation['table'] {
  const words = messages.breakdowns[REPORT];
  const { averageTimeToClose, medianTimeToClose, conversionRate } = words;
  const labels: Readonly<Record<string, string>> = {
    ...words.steps,
    averageTimeToClose,
    medianTimeToClose,
    conversionRate,
  };
  const row = (
    key: string,
    label: string,
    ...cells: readonly Presentation['table']['rows'][number]['cells'][number][]
  ) => ({
    key,
    cells: [label, ...cells],
  });
  return {
    columns: [
      { label: words.table.figure },
      { label: words.table.value, numeric: true },
      { label: words.table.of, numeric: true },
    ],
    rows: [
      ...series.map(({ key, unit }) => {
        const { value, denominator } = figures.get(key)!;
        const of = denominator === undefined ? '' : cellOf('conversations', denominator, format);
        return row(key, labels[key]!, cellOf(unit, value, format), of);
      }),
      row(
        'p90',
        words.nineInTen,
        cellOf('milliseconds', figures.get('averageTimeToClose')!.p90 ?? null, format),
        cellOf('conversations', figures.get('averageTimeToClose')!.denominator ?? 0, format),
      ),
      row(
        'open',
        words.open,
        cellOf('conversations', figures.get('open')!.value, format),
        cellOf('conversations', figures.get('open')!.denominator ?? 0, format),
      ),
    ],
  };
}
