import { nextTask } from './next-task.js';

/** A hidden page draws no frames; what waits for one goes on all the same, ms. */
const LONGEST_WAIT_MS = 100;

/** Resolves in a task of its own after the page has drawn its next frame; where nothing is drawn, in the next task. */
export function nextFrame(): Promise<void> {
  if (typeof requestAnimationFrame === 'undefined') return nextTask();
  return new Promise((resolve) => {
    const giveUp = setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(giveUp);
      void nextTask().then(resolve);
    });
  });
}
