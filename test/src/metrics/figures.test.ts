import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Totals } from '../../../src/metrics/answer.js';
import { binCount, binEdges, binOf } from '../../../src/metrics/bins.js';
import { figureOf, figures, measuresOf, type FigureRow } from '../../../src/metrics/figures.js';
import { measures, nameOf, type MeasureName } from '../../../src/metrics/measures.js';

/** @param durations ms, of every measure with any */
function totalsOf(counts: Partial<Record<MeasureName, number>>, durations: readonly number[] = []): Totals {
  const histogram = new Uint32Array(binCount);
  for (const duration of durations) histogram[binOf(duration)]! += 1;
  const sum = durations.reduce((total, duration) => total + duration, 0);
  return { of: (name) => ({ count: counts[name as MeasureName] ?? 0, sum, histogram }) };
}

describe('figureOf', () => {
  it('divides resolved by resolved and unresolved, and says how far the open ones can move it', () => {
    const totals = totalsOf({ resolved: 6, unresolved: 2, undeterminable: 5, pending: 4, couldResolve: 3 });
    const figure = figureOf(figures.resolutionRate, totals);
    assert.deepEqual(
      [figure.value, figure.numerator, figure.denominator, figure.pending, figure.low, figure.high],
      [0.75, 6, 8, 4, 0.5, 0.75],
    );
  });

  it('knows bounds where nothing is decided yet, and none where nothing is pending either', () => {
    const open = figureOf(figures.resolutionRate, totalsOf({ pending: 4, couldResolve: 1 }));
    assert.deepEqual([open.value, open.low, open.high, open.interval], [null, 0, 0.25, null]);
    const empty = figureOf(figures.resolutionRate, totalsOf({ undeterminable: 3 }));
    assert.deepEqual([empty.value, empty.low, empty.high, empty.denominator], [null, null, null, 0]);
  });

  it('is null for 0 ÷ 0 of every rate and time, and 0 for every count', () => {
    for (const row of Object.values(figures)) {
      const { value } = figureOf(row, totalsOf({}));
      assert.equal(value, row.kind === 'count' ? 0 : null);
    }
  });

  it('is 0 and not null for 0 of some', () => {
    assert.equal(figureOf(figures.deflectionRate, totalsOf({ handled: 3 })).value, 0);
    assert.equal(figureOf(figures.helpfulRate, totalsOf({ feedbackNeutral: 1 })).value, 0);
  });

  const rates: readonly (readonly [keyof typeof figures, Partial<Record<MeasureName, number>>, number])[] = [
    ['handleRate', { handled: 3, conversations: 4 }, 3 / 4],
    ['deflectionRate', { deflected: 3, handled: 5 }, 3 / 5],
    ['handoffRate', { handoffs: 2, handled: 5 }, 2 / 5],
    ['helpfulRate', { feedbackPositive: 3, feedbackNeutral: 4, feedbackNegative: 1 }, 3 / 8],
    ['conversionRate', { assignedHandedOff: 2, assigned: 7, handled: 5 }, 2 / 7],
  ];
  for (const [name, totals, value] of rates) {
    it(`is ${value} for a ${name} of ${JSON.stringify(totals)}`, () => {
      assert.equal(figureOf(figures[name], totalsOf(totals)).value, value);
    });
  }

  it('has the exact mean of durations, and median and p90 from the bins', () => {
    const totals = totalsOf({ resolutionTime: 4 }, [1_000, 2_001, 5_000, 10_000]);
    const { value, numerator, denominator, median, p90 } = figureOf(figures.averageResolutionTime, totals);
    assert.deepEqual([value, numerator, denominator], [18_001 / 4, 18_001, 4]);
    assert.deepEqual([binOf(median!), binOf(p90!)], [binOf(2_001), binOf(10_000)]);
  });

  it('has the median as a figure of its own, with the ends of the bins where there is no middle', () => {
    const median = (...durations: readonly number[]): number | null =>
      figureOf(figures.medianTimeToClose, totalsOf({ timeToClose: durations.length }, durations)).value;
    assert.deepEqual([binOf(median(1, 5_000, 5_001)!), median(999), median()], [binOf(5_000), 0, null]);
    assert.equal(median(binEdges.at(-1)! + 1), binEdges.at(-1));
  });

  it('shows the conversations that handled ones are counted of', () => {
    const { value, denominator } = figureOf(figures.handled, totalsOf({ handled: 2, conversations: 9 }));
    assert.deepEqual([value, denominator], [2, 9]);
  });
});

describe('the tables', () => {
  it('make every figure of measures that exist', () => {
    for (const row of Object.values(figures) as readonly FigureRow[])
      for (const measure of measuresOf(row).map(nameOf)) assert.ok(Object.hasOwn(measures, measure), measure);
  });

  it('count every conversation measure but the excluded ones among the counted', () => {
    for (const [name, measure] of Object.entries(measures)) {
      const facts: readonly string[] = measure.all;
      if (measure.of === 'conversation') assert.equal(facts.includes('counted'), name !== 'excluded', name);
    }
  });

  it('place all but resolutions set and feedback at the start of the conversation', () => {
    const elsewhere = Object.entries(measures).filter(([, { at }]) => at !== 'startedAt');
    assert.deepEqual(
      elsewhere.map(([name, { at }]) => [name, at]),
      [
        ['resolvedSet', 'settlesAt'],
        ['resolutionTimeSet', 'settlesAt'],
        ['feedbackPositive', 'at'],
        ['feedbackNeutral', 'at'],
        ['feedbackNegative', 'at'],
      ],
    );
  });
});
