import type { ChartOptions } from 'chart.js';
import { chartConfig, chartPlugins } from './chart-config.js';
import type { ChartLibrary } from './chart-library.js';
import type { ChartModel } from './chart-model.js';
import { createPicture } from './chart-picture.js';
import type { ChartTheme } from './chart-theme.js';
import { hatch } from './hatch.js';

const SIZE = 64;
const COLOR = 'rgb(128, 128, 128)';

const theme: ChartTheme = {
  surface: COLOR,
  selected: COLOR,
  grid: COLOR,
  axis: COLOR,
  text: COLOR,
  muted: COLOR,
  series: new Map(),
  fontFamily: 'sans-serif',
  labelSize: 11,
  endLabelSize: 12,
  strongWeight: '600',
  lineWidth: 2,
  pointRadius: 3,
  barMax: 32,
  barRadius: 2,
  stackGap: 1,
  dash: [4, 4],
  bandTint: 0.1,
  stripe: { width: 2, pitch: 4, angle: 45, tint: 0.1 },
};

/** Two points, of which the last is unfinished: with everything that charts of its kind have. */
function modelOf(kind: ChartModel['kind']): ChartModel {
  const point = { label: '0', title: '0' };
  const line = { band: { low: [0, 0], high: [1, 1] }, endLabels: { value: '0', low: '0', high: '0' } };
  const words = { tooltips: [], spoken: [] };
  return {
    kind,
    size: 'regular',
    label: '',
    summary: '',
    roleDescription: '',
    points: [
      { ...point, at: 0, state: 'complete' },
      { ...point, at: 1, state: 'settling' },
    ],
    series: [{ key: '', label: '', color: 'series-1', values: [0, 1], ...words, ...(kind === 'line' ? line : {}) }],
    axis: { unit: 'ratio', format: String },
  };
}

/**
 * Draws charts that nobody sees, in steps. The first chart of a page costs many times the second; spent here, a bit in each
 * of some frames, it does not add up with the first that is seen.
 */
export function warmUpSteps({ Chart }: ChartLibrary): readonly (() => void)[] {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const measure = (text: string, font: string): number => {
    const context = canvas.getContext('2d');
    if (!context) return 0;
    context.font = font;
    return context.measureText(text).width;
  };
  const draw = (kind: ChartModel['kind']): void => {
    const picture = createPicture(modelOf(kind), {
      theme,
      width: SIZE,
      height: SIZE,
      pixelRatio: 1,
      direction: 'ltr',
      measure,
      hatch: (color) => hatch(color, theme.surface, theme.stripe, 1),
      active: () => null,
    });
    new Chart(canvas, { ...chartConfig(picture), plugins: chartPlugins(() => picture) }).destroy();
  };
  const options: ChartOptions<'line'> = {
    responsive: false,
    animation: false,
    events: [],
    scales: { x: { display: false }, y: { display: false } },
  };
  return [
    () => measure('0', `${theme.labelSize}px ${theme.fontFamily}`),
    () => new Chart(canvas, { type: 'line', data: { labels: [], datasets: [] }, options }).destroy(),
    () => draw('line'),
    () => draw('bar'),
  ];
}
