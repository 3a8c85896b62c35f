import type { PerformanceAdapter } from '../adapters/adapter.js';
import type { AdapterError } from '../errors.js';
import { useFailureListener } from '../feed/failure-listener.js';
import { useWorkerUrl } from '../load/worker-url.js';

/** What a page sets once for all elements that stand in no `<agent-performance>`. */
export interface Configuration {
  /** Where elements without a nearer adapter get their data. null: from nowhere. */
  readonly adapter: PerformanceAdapter | null;
  /** Where the loading worker, `deskglass/worker.js`, lies on the page's own origin. null: beside the kit's own files. */
  readonly workerUrl: string | URL | null;
  /**
   * Told once of each load, refresh, list and write that a source failed at, for a host's own log; `cause` says what went
   * wrong underneath. A write that the kit itself refused, for want of a right, is none of them. null: nobody.
   */
  readonly onError: ((error: AdapterError) => void) | null;
}

/** What all copies of the kit on a page share. */
interface SharedSettings {
  adapter: PerformanceAdapter | null;
  readonly listeners: Set<() => void>;
}

/** The number tells the shape: versions of the kit that differ in it do not meet. */
const SHARED = Symbol.for('deskglass.configuration/1');

/**
 * Sets the page's defaults; elements already there follow, those of another copy of the kit too. The worker's address is
 * each copy's own, since another version's worker would answer otherwise, and so is who is told of failures.
 * @example configure({ adapter: myAdapter })
 */
export function configure(change: Partial<Configuration>): void {
  const shared = sharedSettings();
  if ('adapter' in change) shared.adapter = change.adapter ?? null;
  if ('workerUrl' in change) useWorkerUrl(change.workerUrl ?? null);
  if ('onError' in change) useFailureListener(change.onError ?? null);
  for (const changed of [...shared.listeners]) changed();
}

/** The adapter that {@link configure} set. */
export function configuredAdapter(): PerformanceAdapter | null {
  return sharedSettings().adapter;
}

/** Calls `changed` after every {@link configure} until the function handed back is called. */
export function onConfigure(changed: () => void): () => void {
  const { listeners } = sharedSettings();
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Made when it is first asked for, so that an import leaves nothing on a page. */
function sharedSettings(): SharedSettings {
  const page = globalThis as { [SHARED]?: SharedSettings };
  return (page[SHARED] ??= { adapter: null, listeners: new Set() });
}
