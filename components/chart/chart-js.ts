import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from 'chart.js';

/** The part of Chart.js that the kit uses. */
export interface ChartLibrary {
  readonly Chart: typeof Chart;
}

/**
 * Chart.js with only what is drawn: legend, tooltip and the other controllers stay out of every host's bundle. A function,
 * because bundlers leave out what a module does by itself where they are told that modules do nothing.
 */
export function registered(): ChartLibrary {
  Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement);
  return { Chart };
}
