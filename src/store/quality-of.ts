import type { EventTable } from '../conversation/event-table.js';
import { bitOf, type ConversationFact } from '../metrics/facts.js';
import type { DataQuality, QualityEntry, QualityExample } from '../metrics/quality.js';
import { lastOf } from './facts-row.js';
import type { Holding } from './holding.js';

const EXAMPLES = 5;

/** What is known against the data of everything that is held. */
export function qualityOf(
  holdings: readonly Holding[],
  now: number,
  rejected: QualityEntry,
  scratch: EventTable,
): DataQuality {
  const withFact = (fact: ConversationFact): QualityEntry => entryOf(holdings, fact);
  return {
    rejected,
    duplicate: withFact('duplicateEvents'),
    incomplete: withFact('incomplete'),
    future: future(holdings, now, scratch),
    outOfOrder: withFact('outOfOrder'),
    negativeDuration: withFact('negativeDuration'),
    unknownGrounding: withFact('unknownGrounding'),
    excluded: withFact('excluded'),
  };
}

function entryOf(holdings: readonly Holding[], fact: ConversationFact): QualityEntry {
  const bit = bitOf(fact);
  let count = 0;
  const examples: QualityExample[] = [];
  for (const { segment, ids } of holdings) {
    const rows = segment.patterns.rowsWith(bit);
    count += rows;
    let left = Math.min(rows, EXAMPLES - examples.length);
    for (let row = 0; left > 0; row++) {
      if ((segment.bitsOf(row) & bit) === 0) continue;
      examples.push({ id: ids.textAt(row) });
      left -= 1;
    }
  }
  return { count, examples };
}

/** Conversations with a start, an event or a close after the clock. */
function future(holdings: readonly Holding[], now: number, scratch: EventTable): QualityEntry {
  let count = 0;
  const examples: QualityExample[] = [];
  for (const holding of holdings) {
    for (const row of holding.rowsAfter(now)) {
      holding.read(row, scratch);
      if (!(lastOf(scratch) > now)) continue;
      count += 1;
      if (examples.length < EXAMPLES) examples.push({ id: holding.ids.textAt(row) });
    }
  }
  return { count, examples };
}
