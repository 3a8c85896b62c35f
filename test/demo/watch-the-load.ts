declare global {
  /** In the page, once {@link watchTheLoad} runs there. */
  var seen: SeenLoad;
}

/** What a page showed and did while it loaded. */
export interface SeenLoad {
  /** Different texts with a number that the first card showed while it loaded. */
  readonly progress: string[];
  /** Long tasks since the records were asked for; times in ms. */
  readonly tasks: { readonly start: number; readonly duration: number }[];
  /** The longest time from one frame to the next since then, ms. */
  longestFrame: number;
}

/** Runs in the page: notes what the first card says and which tasks are long, from the request for the records on. */
export function watchTheLoad(): void {
  const seen: SeenLoad = { progress: [], tasks: [], longestFrame: 0 };
  Object.assign(globalThis, { seen });
  let startedAt = Infinity;
  const { fetch: realFetch } = globalThis;
  globalThis.fetch = (...request) => {
    startedAt = Math.min(startedAt, performance.now());
    return realFetch(...request);
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime + duration > startedAt)
        seen.tasks.push({ start: Math.round(startTime), duration: Math.round(duration) });
    }
  }).observe({ type: 'longtask', buffered: true });
  let lastFrame = Infinity;
  const look = (frame: number): void => {
    if (lastFrame > startedAt) seen.longestFrame = Math.max(seen.longestFrame, frame - lastFrame);
    lastFrame = frame;
    const text = kit('performance-filters')?.shadowRoot?.querySelector('.as-of .loading')?.textContent ?? '';
    const said = /[\d,]+ (?:of about [\d,]+ )?conversations/.exec(text)?.[0];
    if (said !== undefined && !seen.progress.includes(said)) seen.progress.push(said);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
