import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import { figures } from '../../../src/metrics/figures.js';
import type { NamedMeasure } from '../../../src/metrics/measures.js';
import { checkDefinition } from '../../../src/reports/check-definition.js';
import { reports } from '../../../src/reports/reports.js';

const colors = Object.values(reports).flatMap(({ drawing }) =>
  drawing.kind === 'figures' ? [] : Object.values<string>(drawing.colors),
);

const own: NamedMeasure = {
  name: 'asked',
  measure: { of: 'conversation', all: ['counted', 'transferRequested'], none: [], at: 'startedAt' },
};
const line = {
  report: 'asked-for',
  cut: 'buckets',
  series: [{ key: 'asked', figure: { kind: 'rate', unit: 'ratio', numerator: [own], denominator: ['handled'] } }],
  drawing: { kind: 'line', size: 'regular', colors: { asked: 'series-4' } },
};
const bars = reports['visitor-feedback-chart'];

/** The same with one thing in it changed, at a path such as `series.0.key`. */
function changed(definition: object, path: string, value: unknown): unknown {
  const copy = structuredClone(definition) as Record<string, unknown>;
  const steps = path.split('.');
  const place = steps.slice(0, -1).reduce<Record<string, unknown>>((at, step) => at[step] as typeof at, copy);
  place[steps.at(-1)!] = value;
  return copy;
}

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const sevenLines = {
  ...line,
  series: keys.map((key) => ({ key, figure: figures.handleRate })),
  drawing: { ...line.drawing, colors: Object.fromEntries(keys.map((key) => [key, 'series-1'])) },
};

describe('checkDefinition', () => {
  for (const [name, report] of Object.entries(reports))
    it(`takes the row of ${name}`, () => assert.equal(checkDefinition(report, colors), report));

  it('takes a measure of one’s own', () => assert.equal(checkDefinition(line, colors), line));

  const refused: readonly (readonly [unknown, RegExp])[] = [
    [[], /^definition: expected an object, got \[\]/],
    ['handle-rate-chart', /^definition: expected an object, got "handle-rate-chart"/],
    [changed(line, 'report', ' '), /^report: expected a name/],
    [changed(line, 'cut', 'weeks'), /^cut: expected one of buckets, range, week-so-far, got "weeks"/],
    [changed(line, 'cut', 'range'), /^cut of a line chart: expected one of buckets, got "range"/],
    [changed(line, 'series', {}), /^series: expected a list/],
    [changed(line, 'series', []), /^series: expected at least one, or a split/],
    [changed(line, 'series.0.key', 'a:b'), /^series\[0\]\.key: expected a name without a colon/],
    [changed(line, 'series.0.better', 'up'), /^series\[0\]\.better: expected one of more, less/],
    [changed(line, 'series.0.figure.kind', 'share'), /^series\[0\]\.figure\.kind: expected one of count, rate/],
    [changed(line, 'series.0.figure.unit', '%'), /figure\.unit: expected one of ratio, got "%"/],
    [changed(line, 'series.0.figure.denominator', ['handeld']), /denominator\[0\]: expected one of .*handled/],
    [changed(line, 'series.0.figure.numerator', []), /numerator: expected at least one measure/],
    [changed(line, 'series.0.figure.pending', 'pending'), /expected pending, low and high together/],
    [changed(line, 'series.0.figure.numerator.0.name', 'handled'), /expected a name that the table .* got "handled"/],
    [changed(line, 'series.0.figure.numerator.0.measure.at', 'closedAt'), /measure\.at: expected one of startedAt/],
    [changed(line, 'series.0.figure.numerator.0.measure.all', ['angry']), /measure\.all\[0\]: expected one of counted/],
    [changed(line, 'series.0.figure', figures.handled), /^series\[0\]\.figure\.kind of a line chart: .* got "count"/],
    [changed(line, 'series', [...line.series, ...line.series]), /^series: expected a key for each, got "asked"/],
    [
      {
        ...line,
        series: [...line.series, { key: 'two', figure: figures.handleRate }],
        drawing: { ...line.drawing, colors: { asked: 'series-4', two: 'series-4' } },
      },
      /^drawing\.colors of a line chart: expected another for each series, got "series-4"/,
    ],
    [sevenLines, /^series of a line chart: expected at most 6, got 7/],
    [changed(line, 'drawing.kind', 'pie'), /^drawing\.kind: expected one of line, bar, figures, got "pie"/],
    [changed(line, 'drawing.size', 3), /^drawing\.size: expected one of regular, large, got 3/],
    [changed(line, 'drawing.colors.asked', 'red'), /^drawing\.colors\.asked: expected one of series-1, .* got "red"/],
    [changed(line, 'drawing.colors', {}), /^drawing\.colors\.asked: expected one of .* got undefined/],
    [changed(line, 'drawing.colors.other', 'series-1'), /^drawing\.colors: expected one of asked, got "other"/],
    [
      changed(bars, 'series.0.figure', figures.handled),
      /series\[1\]\.figure\.unit of a bar chart: expected one of conv/,
    ],
    [changed(bars, 'series.0.figure', figures.handleRate), /of a bar chart: expected one of count, got "rate"/],
    [changed(bars, 'split', { by: 'country', figure: figures.handled }), /^split\.by: expected one of channel, team/],
  ];
  for (const [definition, message] of refused)
    it(`refuses with ${String(message)}`, () =>
      assert.throws(
        () => checkDefinition(definition, colors),
        (error) => error instanceof DefinitionError && message.test(error.message),
      ));

  it('refuses two measures of one name', () => {
    const twice = changed(line, 'series.0.figure.denominator', [{ ...own }]);
    assert.throws(() => checkDefinition(twice, colors), /expected a name for each, got two of "asked"/);
  });
});
