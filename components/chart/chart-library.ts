import { frameQueue } from '../../src/time/frame-queue.js';
import type { ChartLibrary } from './chart-js.js';
import { warmUpSteps } from './warm-up.js';

/** How long it stays warm, ms. */
const WARM_MS = 1_000;

let loading: Promise<ChartLibrary> | null = null;
let loaded: ChartLibrary | null = null;
let warmAt = -Infinity;
let isAwaitingIdle = false;

/** The library where it is here already; null before. */
export function chartLibrary(): ChartLibrary | null {
  return loaded;
}

/**
 * Loads Chart.js once the page is idle, so that a chart nobody scrolled to can be drawn at once when the page is printed.
 * A failure says nothing yet: it is told when a chart is seen.
 */
export function loadChartLibraryWhenIdle(): void {
  if (loading !== null || isAwaitingIdle) return;
  isAwaitingIdle = true;
  const load = (): void => {
    isAwaitingIdle = false;
    loadChartLibrary().catch(() => {});
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2_000 });
  else setTimeout(load, 200);
}

/** Loads Chart.js once a page, and warms it up. Rejects where its file cannot be had; the next call tries again. */
export function loadChartLibrary(): Promise<ChartLibrary> {
  loading ??= import('./chart-js.js')
    .then(({ registered }) => warmedUp(registered()))
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

async function warmedUp(library: ChartLibrary): Promise<ChartLibrary> {
  for (const step of warmUpSteps(library)) await frameQueue.inTurn('chart', step);
  warmAt = performance.now();
  loaded = library;
  return library;
}

/**
 * Warms Chart.js up once more, in steps, before first charts are drawn after a long load: browsers throw code away that was
 * not used for a while.
 */
export function* warmUpAgain(): Generator<void, void> {
  if (loaded === null || performance.now() - warmAt < WARM_MS) return;
  warmAt = performance.now(); // Other cards ask for it too.
  for (const step of warmUpSteps(loaded)) {
    step();
    yield;
  }
}
