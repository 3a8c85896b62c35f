import { nextFrame } from '../../src/time/next-frame.js';
import { nextTask } from '../../src/time/next-task.js';

/** How much of one task reports may take together before the page gets its thread back, ms. */
const TURN_MS = 16;

/** When the first report of the present task began; null where none has. */
let beganAt: number | null = null;

/**
 * Lets reports that are worked out anew at once, as after a load, take turns.
 * @returns null where it can be now, else when it can
 */
export function turn(): Promise<void> | null {
  return isFree() ? null : waitForTurn();
}

function isFree(): boolean {
  if (beganAt !== null) return performance.now() - beganAt < TURN_MS;
  beganAt = performance.now();
  void nextTask().then(() => (beganAt = null));
  return true;
}

async function waitForTurn(): Promise<void> {
  do await nextFrame();
  while (!isFree());
}
