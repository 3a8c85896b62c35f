import { EventTable } from '../conversation/event-table.js';
import type { Holding } from './holding.js';
import type { Holdings } from './holdings.js';
import type { Refusals } from './refusals.js';
import { EncodedText } from './text-arena.js';

/** Gives each row of a segment from elsewhere its place; of two versions of a conversation the later one stands. */
export function adoptRows(
  holding: Holding,
  holdings: Holdings,
  refusals: Refusals,
  counts: { accepted: number; replaced: number; outdated: number },
): void {
  const { segment, ids } = holding;
  const id = new EncodedText();
  const held = new EventTable();
  const arrived = new EventTable();
  const number = holdings.place(holding);
  for (let row = 0; row < segment.length; row++) {
    if (segment.isGone(row)) continue;
    ids.copy(row, id);
    if (!refusals.isEmpty) refusals.forget(ids.textAt(row));
    const position = holdings.find(id);
    if (position >= 0) {
      holdings.read(position, held);
      holding.read(row, arrived);
      if (held.updatedAt > arrived.updatedAt) {
        holdings.dropUnknown(holding, row, arrived);
        counts.outdated += 1;
        continue;
      }
      holdings.drop(position, held);
      counts.replaced += 1;
    }
    holdings.know(id, number, row);
    counts.accepted += 1;
  }
}
