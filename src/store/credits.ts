import type { RankedItems } from './rank-index.js';
import { Ranks } from './ranks.js';
import { SearchGrid } from './search-grid.js';
import { SlotLists } from './slot-lists.js';

/** What credits are read from. */
interface CreditedRows {
  readonly teammate: Uint8Array | Uint32Array;
  readonly channels: Uint8Array | Uint32Array;
  readonly channelCount: number;
  isCounted(row: number): boolean;
}

/** The rows of a segment that a teammate is credited with, in order of start, with running totals of each teammate. */
export class Credits {
  /** Numbers of the teammates, a slot each. */
  readonly numbers: readonly number[];
  readonly slots: readonly number[];
  readonly #rows: Uint32Array;
  readonly #grid: SearchGrid;
  /** Slots by item. */
  readonly #kinds: Uint16Array;
  readonly #items: RankedItems;
  #ranks: Ranks | null = null;

  constructor({ teammate, channels, channelCount, isCounted }: CreditedRows) {
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
    this.slots = [...slots.values()];
    this.#rows = rows.slice(0, length);
    this.#grid = new SearchGrid(this.#rows);
    this.#kinds = credited.slice(0, length);
    this.#items = {
      length,
      rows: this.#rows,
      channels,
      channelCount,
      kinds: this.#kinds,
      isKindOfItem: true,
      slotCount: slots.size,
      slots: SlotLists.of([...this.slots.map((slot) => [slot]), []]),
      sums: Array.from({ length: slots.size + 1 }, () => 0),
      durations: [],
    };
  }

  /** The running totals of each teammate, which are kept from now on. */
  rank(): Ranks {
    return (this.#ranks ??= new Ranks(this.#items));
  }

  /** How many of the rows before a row are credited. */
  before(row: number): number {
    return this.#grid.firstAtLeast(row);
  }

  /** Takes a row out. */
  drop(row: number): void {
    const item = this.before(row);
    if (this.#rows[item] !== row || this.#kinds[item] === this.slots.length) return;
    this.#ranks?.count(item, -1);
    this.#kinds[item] = this.slots.length;
  }
}
