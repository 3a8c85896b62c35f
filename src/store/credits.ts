import { RankIndex, type RankedItems } from './rank-index.js';
import { SlotLists } from './slot-lists.js';
import { firstAtLeast, type Timeline } from './timeline.js';

/** What credits are read from. */
interface CreditedRows {
  readonly teammate: Uint8Array | Uint32Array;
  /** All rows in order of start. */
  readonly started: Timeline;
  readonly channels: Uint8Array | Uint32Array;
  readonly channelCount: number;
  isCounted(row: number): boolean;
}

/** The rows of a segment that a teammate is credited with, in order of start, with running totals of each teammate. */
export class Credits {
  /** Numbers of the teammates, a slot each. */
  readonly numbers: readonly number[];
  readonly timeline: Timeline;
  readonly #rows: Uint32Array;
  /** By item: a channel and a teammate in one number, so that to count needs nothing else. */
  readonly #kinds: Uint16Array;
  readonly #gone: number;

  constructor({ teammate, started, channels, channelCount, isCounted }: CreditedRows) {
    const slots = new Map<number, number>();
    const rows = new Uint32Array(teammate.length);
    const credited = new Uint16Array(teammate.length);
    let length = 0;
    for (let row = 0; row < teammate.length; row++) {
      const number = teammate[row]!;
      if (number === 0 || !isCounted(row)) continue;
      let slot = slots.get(number);
      if (slot === undefined) slots.set(number, (slot = slots.size));
      rows[length] = row;
      credited[length++] = slot;
    }
    this.numbers = [...slots.keys()];
    this.#rows = rows.slice(0, length);
    const cells = channelCount * slots.size;
    this.#kinds = credited.slice(0, length);
    for (let item = 0; item < length; item++) this.#kinds[item]! += channels[this.#rows[item]!]! * slots.size;
    this.#gone = cells;
    const items: RankedItems = {
      length,
      rows: null,
      channels: null,
      channelCount: 1,
      kinds: this.#kinds,
      isKindOfItem: true,
      slotCount: cells,
      slots: SlotLists.of([...Array.from({ length: cells }, (_, cell) => [cell]), []]),
      sums: Array.from({ length: cells + 1 }, () => 0),
      durations: [],
    };
    this.timeline = started.of(this.#rows, () => new RankIndex(items));
  }

  /** Takes a row out. */
  drop(row: number): void {
    const item = firstAtLeast(this.#rows, row);
    if (this.#rows[item] !== row || this.#kinds[item] === this.#gone) return;
    if (this.timeline.isRanked) this.timeline.index.count(item, -1);
    this.#kinds[item] = this.#gone;
  }
}
