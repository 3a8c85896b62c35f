import { DefinitionError } from '../errors.js';
import { measureOf, nameOf, type AskedMeasure } from '../metrics/measures.js';
import { compiledOf, counts } from './placement.js';

/**
 * How many of some conversations each measure counts, by the same predicate as its totals.
 * @param bitsOf the facts of a conversation; 0 where it is not held
 * @throws {DefinitionError} for a measure of feedback, of which a conversation can have several
 */
export function countAmong(
  ids: Iterable<string>,
  measures: readonly AskedMeasure[],
  bitsOf: (id: string) => number,
): readonly number[] {
  const ofFeedback = measures.find((measure) => measureOf(measure).of === 'feedback');
  if (ofFeedback !== undefined) {
    throw new DefinitionError(`measures: expected measures of conversations, got ${nameOf(ofFeedback)}.`);
  }
  const compiled = measures.map(compiledOf);
  const totals = compiled.map(() => 0);
  for (const id of new Set(ids)) {
    const bits = bitsOf(id);
    compiled.forEach((measure, place) => {
      if (counts(measure, bits)) totals[place]! += 1;
    });
  }
  return totals;
}
