import type { PerformanceAdapter } from '../adapters/adapter.js';

/** What a page set as its adapter, which can be anything: frameworks set undefined, pages a text. null where it is none. */
export function adapterOf(value: unknown): PerformanceAdapter | null {
  return typeof value === 'object' && value !== null ? (value as PerformanceAdapter) : null;
}
