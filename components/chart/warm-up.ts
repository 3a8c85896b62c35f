import type { ChartOptions } from 'chart.js';
import { chartConfig, chartPlugins } from './chart-config.js';
import type { ChartLibrary } from './chart-js.js';
import type { ChartModel } from './chart-model.js';
import { createPicture, type Picture } from './chart-picture.js';
import type { ChartTheme } from './chart-theme.js';
import { hatch } from './hatch.js';

const WIDTH = 320;
const HEIGHT = 160;
const POINTS = 12;
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

/** As many points as a chart has mostly, of which the last is unfinished: with everything that charts of its kind have. */
function modelOf(kind: ChartModel['kind']): ChartModel {
  const values = Array.from({ length: POINTS }, (_, index) => index / POINTS);
  const line = { band: { low: values, high: values }, endLabels: { value: '0', low: '0', high: '0' } };
  return {
    kind,
    size: 'regular',
    label: '',
    summary: '',
    roleDescription: '',
    points: values.map((_, at) => ({ at, label: '0', title: '', state: at === POINTS - 1 ? 'settling' : 'complete' })),
    series: [
      { key: '', label: '', color: 'series-1', values, tooltips: [], spoken: [], ...(kind === 'line' ? line : {}) },
    ],
    axis: { unit: 'ratio', format: String },
  };
}

/**
 * Draws charts that nobody sees, in steps, from next to nothing to all that a chart has. The first chart of a page costs many
 * times the second; spent here, a bit in each of some frames, it does not add up with the first that is seen.
 */
export function warmUpSteps({ Chart }: ChartLibrary): readonly (() => void)[] {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const measure = (text: string, font: string): number => {
    const context = canvas.getContext('2d');
    if (!context) return 0;
    context.font = font;
    return context.measureText(text).width;
  };
  const scale = { display: false };
  const bare: ChartOptions<'line'> = {
    responsive: false,
    animation: false,
    events: [],
    scales: { x: scale, y: scale },
  };
  const drawBare = (labels: string[], data: number[], options: ChartOptions<'line'> = bare): void =>
    new Chart(canvas, {
      type: 'line',
      data: { labels, datasets: data.length > 0 ? [{ data }] : [] },
      options,
    }).destroy();
  const pictureOf = (kind: ChartModel['kind']): Picture =>
    createPicture(modelOf(kind), {
      theme,
      width: WIDTH,
      height: HEIGHT,
      pixelRatio: 1,
      direction: 'ltr',
      measure,
      hatch: (color) => hatch(color, theme.surface, theme.stripe, 1),
      active: () => null,
    });
  const draw = (kind: ChartModel['kind']) => (): void => {
    const picture = pictureOf(kind);
    new Chart(canvas, { ...chartConfig(picture), plugins: chartPlugins(() => picture) }).destroy();
  };
  return [
    () => measure('0', `${theme.labelSize}px ${theme.fontFamily}`),
    () => drawBare([], []),
    () => drawBare(['0', '0'], [0, 1]),
    () => drawBare(['0', '0'], [0, 1], { ...bare, scales: {} }),
    () => pictureOf('line'),
    draw('line'),
    draw('line'),
    draw('bar'),
    draw('bar'),
  ];
}
