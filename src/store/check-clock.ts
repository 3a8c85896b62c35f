import { DefinitionError } from '../errors.js';

/** @throws {DefinitionError} where it is no instant */
export function checkClock(now: number): number {
  if (!Number.isFinite(now)) throw new DefinitionError(`now: expected epoch milliseconds, got ${String(now)}.`);
  return now;
}
