import type * as chartJs from './chart-js.js';
import { enqueueDraw } from './draw-queue.js';

/** The part of Chart.js that the kit uses. */
export type ChartLibrary = typeof chartJs;

let loading: Promise<ChartLibrary> | null = null;
let loaded: ChartLibrary | null = null;

/** The library where it is here already; null before. */
export function chartLibrary(): ChartLibrary | null {
  return loaded;
}

/** Loads Chart.js once a page, and warms it up. Rejects where its file cannot be had; the next call tries again. */
export function loadChartLibrary(): Promise<ChartLibrary> {
  loading ??= import('./chart-js.js').then(
    (library) =>
      new Promise<ChartLibrary>((resolve) => {
        enqueueDraw(() => {
          library.warmUp();
          loaded = library;
          resolve(library);
        });
      }),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
