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
  /** Frames later than the first after their last one that a screen of 60 a second has; times in ms since then. */
  readonly lateFrames: { readonly start: number; readonly duration: number }[];
}

/** Runs in the page: notes what the first card says and which tasks are long, from the request for the records on. */
export function watchTheLoad(): void {
  const seen: SeenLoad = { progress: [], tasks: [], lateFrames: [] };
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
    const duration = frame - lastFrame;
    if (lastFrame > startedAt && duration > 20) seen.lateFrames.push({ start: lastFrame - startedAt, duration });
    lastFrame = frame;
    const text = kit('performance-filters')?.shadowRoot?.querySelector('.as-of .loading')?.textContent ?? '';
    const said = /[\d,]+ (?:of about [\d,]+ )?conversations/.exec(text)?.[0];
    if (said !== undefined && !seen.progress.includes(said)) seen.progress.push(said);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
