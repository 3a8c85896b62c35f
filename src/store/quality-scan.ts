import type { Refusal } from '../errors.js';
import { bitOf, type ConversationFact } from '../metrics/facts.js';
import type { DataQuality, QualityEntry, QualityExample } from '../metrics/quality.js';
import type { Columns } from './columns.js';
import { reachesBeyond } from './facts-row.js';

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
  for (let row = 0; row < columns.length; row++) {
    const conversation = columns.conversations[row];
    if (conversation === undefined) continue;
    const { id } = conversation;
    const claims = (fact: ConversationFact): boolean => (columns.bits[row]! & bitOf(fact)) !== 0;
    if (conversation.duplicateEvents > 0) tallies.duplicate.add(id);
    if (!conversation.complete) tallies.incomplete.add(id);
    if (reachesBeyond(conversation, now)) tallies.future.add(id);
    if (conversation.outOfOrder) tallies.outOfOrder.add(id);
    if (columns.negativeDuration.has(row)) tallies.negativeDuration.add(id);
    if (claims('unknownGrounding')) tallies.unknownGrounding.add(id);
    if (claims('excluded')) tallies.excluded.add(id);
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
