/** Time in a frame that goes to drawing before the rest waits for the next frame, in ms. */
const BUDGET_MS = 6;

const jobs: (() => void)[] = [];
let frame = 0;

/**
 * Draws in the next frames, first come first served: as much a frame as is quick, at least one. All charts of a page
 * share the queue, so that drawing many never blocks the page.
 * @returns the way to take the job back.
 */
export function enqueueDraw(job: () => void): () => void {
  jobs.push(job);
  frame ||= requestAnimationFrame(drawSome);
  return () => {
    const place = jobs.indexOf(job);
    if (place >= 0) jobs.splice(place, 1);
  };
}

function drawSome(): void {
  frame = 0;
  const end = performance.now() + BUDGET_MS;
  try {
    do jobs.shift()?.();
    while (jobs.length > 0 && performance.now() < end);
  } finally {
    // One chart that fails takes no other with it.
    if (jobs.length > 0) frame ||= requestAnimationFrame(drawSome);
  }
}
