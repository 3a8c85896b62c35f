import type { Refusal } from '../errors.js';
import { bitOf } from '../metrics/facts.js';
import type { DataQuality, QualityEntry, QualityExample } from '../metrics/quality.js';
import { doubts, type Columns } from './columns.js';

const EXAMPLES = 5;

/** Refused records: how many, and the first of them. */
export interface Refused {
  readonly count: number;
  readonly refusals: Iterable<Refusal>;
}

/** What is known against the data, by one pass over all rows. */
export function scanQuality(columns: Columns, now: number, refused: Refused): DataQuality {
  const tallies = {
    duplicate: new Tally(),
    incomplete: new Tally(),
    future: new Tally(),
    outOfOrder: new Tally(),
    negativeDuration: new Tally(),
    unknownGrounding: new Tally(),
    excluded: new Tally(),
  };
  const unknownGrounding = bitOf('unknownGrounding');
  const excluded = bitOf('excluded');
  const incomplete = bitOf('incomplete');
  const told = unknownGrounding | excluded | incomplete;
  const { bits, lastAt, conversations } = columns;
  for (let row = 0; row < columns.length; row++) {
    const facts = bits[row]!;
    const against = columns.doubts[row]!;
    if (against === 0 && (facts & told) === 0 && !(lastAt[row]! > now)) continue;
    const tell = (tally: Tally): void => tally.add(conversations[row]!.id);
    if ((against & doubts.duplicate) !== 0) tell(tallies.duplicate);
    if ((against & doubts.outOfOrder) !== 0) tell(tallies.outOfOrder);
    if ((against & doubts.negativeDuration) !== 0) tell(tallies.negativeDuration);
    if (lastAt[row]! > now) tell(tallies.future);
    if ((facts & incomplete) !== 0) tell(tallies.incomplete);
    if ((facts & unknownGrounding) !== 0) tell(tallies.unknownGrounding);
    if ((facts & excluded) !== 0) tell(tallies.excluded);
  }
  const examples: QualityExample[] = [];
  for (const refusal of refused.refusals) {
    if (examples.length === EXAMPLES) break;
    examples.push(refusal);
  }
  return { ...tallies, rejected: { count: refused.count, examples } };
}

class Tally implements QualityEntry {
  count = 0;
  readonly examples: QualityExample[] = [];

  add(id: string): void {
    this.count += 1;
    if (this.examples.length < EXAMPLES) this.examples.push({ id });
  }
}
