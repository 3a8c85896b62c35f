import { EventTable } from '../conversation/event-table.js';
import type { Holding } from './holding.js';
import type { Holdings } from './holdings.js';
import type { Refusals } from './refusals.js';
import { EncodedText } from './text-arena.js';

/** Rows between two places at which the thread can be given back: a fraction of a millisecond of work. */
const ROWS_A_STEP = 64;

/**
 * Gives each row of a segment from elsewhere its place, in steps; of two versions of a conversation the later one stands.
 * Nothing of the segment counts before the last step but what stands in place of an earlier version, or what an earlier
 * version was turned down for: that takes its place at once. A segment whose steps are given up is forgotten.
 * @yields after each step whether something took its place
 */
export function* adoptRows(holding: Holding, holdings: Holdings, refusals: Refusals): Generator<boolean, void> {
  const { segment, ids } = holding;
  const id = new EncodedText();
  const held = new EventTable();
  const arrived = new EventTable();
  const number = holdings.expect(holding);
  try {
    let hasChanged = false;
    for (let row = 0; row < segment.length; row++) {
      if (row % ROWS_A_STEP === ROWS_A_STEP - 1) {
        yield hasChanged;
        hasChanged = false;
      }
      if (segment.isGone(row)) continue;
      ids.copy(row, id);
      if (!refusals.isEmpty) refusals.forget(ids.textAt(row));
      const position = holdings.find(id);
      if (position < 0) {
        holdings.know(holding, id, number, row);
        continue;
      }
      holdings.read(position, held);
      holding.read(row, arrived);
      if (held.updatedAt > arrived.updatedAt) {
        hasChanged = holdings.keep(position, id, held) || hasChanged;
        holdings.dropUnknown(holding, row, arrived);
      } else {
        holdings.drop(position, held);
        holdings.moveUnknown(holding, row, id, arrived);
        hasChanged = true;
      }
    }
    holdings.admit(holding);
  } finally {
    if (holding.arriving !== null) holdings.turnAway(holding);
  }
}
