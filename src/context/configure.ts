import type { PerformanceAdapter } from '../adapters/adapter.js';
import { useWorkerUrl } from '../load/worker-url.js';

/** What a page sets once for all elements that stand in no `<agent-performance>`. */
export interface Configuration {
  /** Where elements without a nearer adapter get their data. null: from nowhere. */
  readonly adapter: PerformanceAdapter | null;
  /** Where the loading worker, `deskglass/worker.js`, lies on the page's own origin. null: beside the kit's own files. */
  readonly workerUrl: string | URL | null;
}

let configuration: Configuration = { adapter: null, workerUrl: null };
const listeners = new Set<() => void>();

/**
 * Sets the page's defaults; elements already there follow.
 * @example configure({ adapter: myAdapter })
 */
export function configure(change: Partial<Configuration>): void {
  configuration = { ...configuration, ...change };
  useWorkerUrl(configuration.workerUrl);
  for (const changed of [...listeners]) changed();
}

/** The defaults that {@link configure} set. */
export function configured(): Configuration {
  return configuration;
}

/** Calls `changed` after every {@link configure} until the function handed back is called. */
export function onConfigure(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
