import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartConfig } from '../../../components/chart/chart-config.js';
import type { ChartModel } from '../../../components/chart/chart-model.js';
import { createPicture } from '../../../components/chart/chart-picture.js';
import type { ChartSurroundings } from '../../../components/chart/chart-surroundings.js';
import { chartModel, countAxis } from './model.js';

const teal = 'rgb(17, 155, 151)';
const stripes = 'stripes';

function surroundings(over: Partial<ChartSurroundings> = {}): ChartSurroundings {
  return {
    theme: {
      surface: 'rgb(255, 255, 255)',
      selected: 'rgb(238, 240, 253)',
      grid: 'rgb(232, 234, 238)',
      axis: 'rgb(138, 146, 158)',
      text: 'rgb(21, 24, 29)',
      muted: 'rgb(90, 99, 112)',
      series: new Map([
        ['series-0', teal],
        ['series-1', 'rgb(80, 96, 224)'],
      ]),
      fontFamily: 'sans-serif',
      labelSize: 11,
      endLabelSize: 12,
      strongWeight: '600',
      lineWidth: 2,
      pointRadius: 3,
      barMax: 28,
      barRadius: 2,
      stackGap: 1,
      dash: [5, 4],
      bandTint: 0.13,
      stripe: { width: 2, pitch: 6, angle: 45, tint: 0.12 },
    },
    direction: 'ltr',
    width: 400,
    height: 152,
    pixelRatio: 1,
    measure: (text) => text.length * 6,
    hatch: () => stripes,
    active: () => null,
    ...over,
  };
}

const configure = (model: ChartModel, over?: Partial<ChartSurroundings>) =>
  chartConfig(createPicture(model, surroundings(over)));
const datasets = (model: ChartModel, over?: Partial<ChartSurroundings>): Record<string, unknown>[] =>
  configure(model, over).data.datasets as unknown as Record<string, unknown>[];
const counts = (...series: { values: (number | null)[]; hatched?: boolean }[]) =>
  chartModel(series, { kind: 'bar', axis: countAxis });

describe('chart config', () => {
  it('is the same for the same picture', () => {
    const picture = createPicture(chartModel([{ values: [0.5, 0.6, 0.7] }]), surroundings());
    assert.deepEqual(JSON.stringify(chartConfig(picture)), JSON.stringify(chartConfig(picture)));
  });

  it('leaves sizes, events and motion to the kit', () => {
    const { options } = configure(chartModel([{ values: [0.5] }]));
    assert.equal(options?.responsive, false);
    assert.equal(options?.animation, false);
    assert.deepEqual(options?.events, []);
  });

  it('stripes the bars of unfinished weeks', () => {
    const [bars = {}] = datasets(counts({ values: [5, 6, 7, 8] }));
    assert.deepEqual(bars['backgroundColor'], [teal, teal, stripes, stripes]);
  });

  it('stripes only what is pending where a series holds it', () => {
    const [finished = {}, pending = {}] = datasets(counts({ values: [5, 6, 7] }, { values: [0, 1, 4], hatched: true }));
    assert.deepEqual(finished['backgroundColor'], [teal, teal, teal]);
    assert.deepEqual(pending['backgroundColor'], [stripes, stripes, stripes]);
  });

  it('makes thin unfinished bars pale, since stripes would not show', () => {
    const [bars = {}] = datasets(counts({ values: Array.from({ length: 104 }, () => 7) }));
    assert.equal((bars['backgroundColor'] as string[]).at(-1), 'rgba(17, 155, 151, 0.4)');
  });

  it('leaves bars of nothing out', () => {
    assert.deepEqual(datasets(counts({ values: [0, null, 3] }))[0]?.['data'], [null, null, 3]);
  });

  it('rounds the outer end of a stack alone', () => {
    const [lower = {}, upper = {}] = datasets(counts({ values: [5, 6] }, { values: [2, 0] }));
    const tops = (bars: Record<string, unknown>) =>
      (bars['borderRadius'] as { topLeft: number }[]).map(({ topLeft }) => topLeft);
    assert.deepEqual(tops(lower), [0, 2]);
    assert.deepEqual(tops(upper), [2, 2]);
  });

  it('dashes a line into unfinished weeks and makes their points hollow', () => {
    const [line = {}] = datasets(chartModel([{ values: [0.5, 0.6, 0.7, 0.8] }]));
    const { borderDash } = line['segment'] as { borderDash: (context: { p1DataIndex: number }) => unknown };
    assert.equal(borderDash({ p1DataIndex: 1 }), undefined);
    assert.deepEqual(borderDash({ p1DataIndex: 2 }), [5, 4]);
    assert.deepEqual(line['pointBackgroundColor'], [teal, teal, 'rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  });

  it('breaks a line where there is no data, and shows a point that stands alone', () => {
    const values = Array.from({ length: 40 }, (_, index) => (index === 10 || index === 12 ? null : 0.5));
    const [line = {}] = datasets(chartModel([{ values }]));
    assert.equal(line['spanGaps'], false);
    const radii = line['pointRadius'] as number[];
    assert.deepEqual([radii[5], radii[11]], [0, 3]);
  });

  it('runs from the right with its values there in right-to-left writing', () => {
    const { options } = configure(chartModel([{ values: [0.5] }]), { direction: 'rtl' });
    const scales = options?.scales as Record<string, { reverse?: boolean; position?: string }>;
    assert.equal(scales['x']?.reverse, true);
    assert.equal(scales['y']?.position, 'right');
  });

  it('dots the base of a cut axis and draws a whole one solid', () => {
    const dash = (model: ChartModel, value: number) => {
      const scales = configure(model).options?.scales as Record<
        string,
        { border: { dash: (at: unknown) => number[] } }
      >;
      return scales['y']?.border.dash({ tick: { value } });
    };
    assert.deepEqual(dash(chartModel([{ values: [0.8] }]), 0.5), [2, 4]);
    assert.deepEqual(dash(chartModel([{ values: [0.8] }]), 1), []);
    assert.deepEqual(dash(chartModel([{ values: [0.3] }]), 0), []);
  });

  it('labels the last week always, and no more weeks than have room', () => {
    const labels = (count: number, width: number) => {
      const model = chartModel([{ values: Array.from({ length: count }, () => 0.5) }]);
      const scales = configure(model, { width }).options?.scales as Record<
        string,
        { ticks: { callback: (value: unknown, index: number) => string | null } }
      >;
      return model.points
        .map((_, index) => scales['x']?.ticks.callback(index, index))
        .filter((label) => label !== null);
    };
    assert.equal(labels(12, 1000).length, 12);
    for (const [count, width] of [
      [12, 280],
      [104, 280],
      [104, 900],
      [1, 280],
    ] as const) {
      const shown = labels(count, width);
      assert.equal(shown.at(-1), `W${count}`);
      assert.ok(shown.length * 30 <= width, `${count} in ${width}: ${shown.length}`);
    }
  });
});

describe('chart picture', () => {
  const endLabels = { value: '61.5% so far', low: '25.5% if none does', high: '73.6% if all resolve' };
  const model = chartModel([
    {
      values: Array.from({ length: 12 }, () => 0.6),
      band: { low: Array(12).fill(0.2), high: Array(12).fill(0.9) },
      endLabels,
    },
  ]);
  const places = (width: number) => createPicture(model, surroundings({ width })).endLabelPlaces;

  it('sets end labels beside the line, over each other where it is narrow, and none where there is no room', () => {
    assert.deepEqual([places(700), places(280), places(120)], ['beside', 'stacked', 'none']);
  });
});
