import type { Dictionary, DictionaryParts } from './dictionary.js';
import { Histories, type HistoriesParts } from './histories.js';
import { Holding } from './holding.js';
import type { KnownRefusal } from './refusals.js';
import { columnsIn, type SegmentParts } from './segment-parts.js';
import { Segment } from './segment.js';
import { TextArena, type TextParts } from './text-arena.js';

/** A segment with everything that belongs to it, as plain data that one thread can hand to another. */
export interface HoldingParts {
  readonly segment: SegmentParts;
  readonly ids: TextParts;
  readonly histories: HistoriesParts;
  /** The rows that change by themselves, by when. */
  readonly changes: { readonly rows: Uint32Array; readonly at: Float64Array };
}

/** Conversations that one store hands over to another, judged by the same rules. */
export interface Delivery {
  /** The clock they were judged at, epoch ms. */
  readonly now: number;
  readonly teammates: DictionaryParts;
  readonly holdings: readonly HoldingParts[];
  readonly refused: readonly KnownRefusal[];
}

/** A holding as plain data. It must not be used any more. */
export function partsOf({ segment, ids, histories, changes }: Holding): HoldingParts {
  const rows = new Uint32Array(changes.length);
  const at = new Float64Array(changes.length);
  for (let index = 0; index < rows.length; index++) {
    at[index] = changes.peekValue()!;
    rows[index] = changes.pop()!;
  }
  return { segment: segment.parts(), ids: ids.parts, histories: histories.parts, changes: { rows, at } };
}

/** The holding that plain data makes. */
export function holdingOf({ segment, ids, histories, changes }: HoldingParts, teammates: Dictionary): Holding {
  const holding = new Holding(new Segment(segment, teammates), TextArena.of(ids), Histories.of(histories), teammates);
  changes.rows.forEach((row, index) => holding.changes.push(row, changes.at[index]!));
  return holding;
}

/** What can be handed to another thread without a copy. */
export function buffersOf({ holdings }: Delivery): readonly ArrayBuffer[] {
  return [...new Set(columnsIn(holdings).map(({ buffer }) => buffer as ArrayBuffer))];
}
