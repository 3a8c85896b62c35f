import * as fc from 'fast-check';

/** What random data is made from; `DESKGLASS_SEED` gives another one. A failure prints it with the way to the smallest example. */
export const seed = Number(process.env['DESKGLASS_SEED'] ?? 20_260_302);

/** Asserts a property over random data. */
export function holds(property: fc.IRawProperty<unknown>, numRuns: number): void {
  fc.assert(property, { seed, numRuns });
}
