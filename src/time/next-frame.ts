import { nextTask } from './next-task.js';

/** A page that nobody sees draws no frames; what waits for one goes on all the same, ms. */
const LONGEST_WAIT_MS = 100;

/** Calls back while the page makes its next frame, before it is laid out; where nothing is drawn, in the next task. */
export function inNextFrame(work: () => void): void {
  if (typeof requestAnimationFrame === 'undefined' || document.hidden) {
    void nextTask().then(work);
    return;
  }
  const giveUp = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, LONGEST_WAIT_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(giveUp);
    work();
  });
}

/** Resolves in a task of its own after the page has drawn its next frame; where nothing is drawn, in a later task. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => inNextFrame(() => void nextTask().then(resolve)));
}
