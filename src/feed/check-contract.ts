import type { PerformanceAdapter } from '../adapters/adapter.js';
import { describeValue } from '../conversation/door.js';
import { AdapterError } from '../errors.js';

/**
 * Refuses an adapter of another contract, whose answers would be misread. One that names none is taken at its word.
 * @throws {AdapterError} `invalid-payload`
 */
export function checkContract(adapter: PerformanceAdapter): void {
  const contract: unknown = adapter.contract;
  if (contract === 1 || contract === undefined) return;
  const message = `adapter.contract: expected 1, got ${describeValue(contract)}. Use an adapter and a kit of one version.`;
  throw new AdapterError('invalid-payload', message);
}
