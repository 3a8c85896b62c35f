import { placements, type Placement } from './placement.js';
import { SlotLists } from './slot-lists.js';

/** The pattern of rows that are gone: nothing counts them. */
export const GONE_PATTERN = 0;
const FIRST_CAPACITY = 64;

/**
 * The sets of facts that occur, as small numbers: a million conversations share a few hundred. With each goes what it counts
 * for, worked out once, and how many rows have it.
 */
export class FactPatterns {
  /** Facts by pattern. */
  readonly bits: number[] = [0];
  /** Slots by pattern, for the measures placed at the start and at settlement. */
  readonly startedSlots = SlotLists.of([[]]);
  readonly settledSlots = SlotLists.of([[]]);
  /** Sums by pattern, one bit each. */
  readonly startedSums: number[] = [0];
  readonly settledSums: number[] = [0];
  /** Rows by pattern. */
  rows = new Uint32Array(FIRST_CAPACITY);
  readonly #numbers = new Map<number, number>();

  /** The pattern of these facts, which is never {@link GONE_PATTERN}. */
  of(bits: number): number {
    return this.#numbers.get(bits) ?? this.#add(bits);
  }

  /** How many rows have one of these facts. */
  rowsWith(facts: number): number {
    let count = 0;
    for (let pattern = 0; pattern < this.bits.length; pattern++)
      if ((this.bits[pattern]! & facts) !== 0) count += this.rows[pattern]!;
    return count;
  }

  #add(bits: number): number {
    const pattern = this.bits.push(bits) - 1;
    this.#numbers.set(bits, pattern);
    const { startedAt, settlesAt } = placements;
    this.startedSlots.add(startedAt.slotsFor(bits));
    this.settledSlots.add(settlesAt.slotsFor(bits));
    this.startedSums.push(sumsOf(startedAt, this.startedSlots.of(pattern)));
    this.settledSums.push(sumsOf(settlesAt, this.settledSlots.of(pattern)));
    if (pattern >= this.rows.length) {
      const rows = new Uint32Array(this.rows.length * 2);
      rows.set(this.rows);
      this.rows = rows;
    }
    return pattern;
  }
}

function sumsOf(placement: Placement, slots: Uint16Array): number {
  return slots.reduce((sums, slot) => (placement.sumOf(slot) < 0 ? sums : sums | (1 << placement.sumOf(slot))), 0);
}
