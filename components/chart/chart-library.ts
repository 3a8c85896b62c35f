import { frameQueue } from '../../src/time/frame-queue.js';
import { whenIdle } from '../../src/time/when-idle.js';
import type { ChartLibrary } from './chart-js.js';
import { warmUpSteps } from './warm-up.js';

/** How long it stays warm, ms. */
const WARM_MS = 1_000;
/** A page that makes no pause loads it all the same after so long, ms. */
const LOAD_WAIT_MS = 2_000;
/** And goes on warming it up, ms. */
const STEP_WAIT_MS = 200;

let loading: Promise<ChartLibrary> | null = null;
let loaded: ChartLibrary | null = null;
/** When it was warmed up last; null before the first time. */
let warmAt: number | null = null;
let isAwaitingIdle = false;
/** Some chart waits for it. */
let isWanted = false;

/** The library where it is here already, warm or not: paper does not wait. null before. */
export function chartLibrary(): ChartLibrary | null {
  return loaded;
}

/** Whether it is here and warmed up: a first chart takes no longer than any other. */
export function isChartLibraryWarm(): boolean {
  return warmAt !== null;
}

/**
 * Loads Chart.js once the page is idle, so that a chart nobody scrolled to can be drawn at once when the page is printed.
 * A failure says nothing yet: it is told when a chart is seen.
 */
export function loadChartLibraryWhenIdle(): void {
  if (loading !== null || isAwaitingIdle) return;
  isAwaitingIdle = true;
  void whenIdle(LOAD_WAIT_MS)
    .then(() => {
      isAwaitingIdle = false;
      return load();
    })
    .catch(() => {});
}

/**
 * Loads Chart.js once a page, and warms it up. Rejects where its file cannot be had; the next call tries again, in vain where
 * the browser remembers the failure for as long as the page is open, as Chromium did in 2026.
 */
export function loadChartLibrary(): Promise<ChartLibrary> {
  isWanted = true;
  return load();
}

function load(): Promise<ChartLibrary> {
  loading ??= import('./chart-js.js')
    .then(({ registered }) => warmedUp(registered()))
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

/** In pauses of the page, which reads its first records meanwhile; in turns with all else that is drawn once a chart waits. */
async function warmedUp(library: ChartLibrary): Promise<ChartLibrary> {
  loaded = library;
  for (const step of warmUpSteps(library)) {
    if (isWanted) await frameQueue.inTurn('chart', step);
    else {
      await whenIdle(STEP_WAIT_MS);
      step();
    }
  }
  warmAt = performance.now();
  return library;
}

/**
 * Warms Chart.js up once more, in steps, before first charts are drawn after a long load: browsers throw code away that was
 * not used for a while.
 */
export function* warmUpAgain(): Generator<void, void> {
  if (loaded === null || warmAt === null || performance.now() - warmAt < WARM_MS) return;
  warmAt = performance.now(); // Other cards ask for it too.
  for (const step of warmUpSteps(loaded)) {
    step();
    yield;
  }
}
