import { IdEntries, type IdTexts } from './id-entries.js';
import type { EncodedText } from './text-arena.js';

const FIRST_CAPACITY = 1_024;
const FULLEST = 0.7;
/** Old entries that move with each new id: enough to be done long before the table is full again. */
const MOVED_AT_ONCE = 16;

/**
 * Positions of conversations by id, in 32 bits each, over ids that lie elsewhere. A table that has become too small hands
 * its entries on a few at a time: a million at once would hold up a page.
 */
export class IdTable {
  #entries: IdEntries;
  /** What has not moved to the entries yet; null where all has. */
  #old: IdEntries | null = null;
  #size = 0;

  constructor(private readonly texts: IdTexts) {
    this.#entries = new IdEntries(FIRST_CAPACITY, texts);
  }

  get size(): number {
    return this.#size;
  }

  get byteLength(): number {
    return this.#entries.byteLength + (this.#old?.byteLength ?? 0);
  }

  /** The position of an id; -1 where it is not known. */
  find(id: EncodedText): number {
    const position = this.#entries.find(id);
    return position < 0 && this.#old !== null ? this.#old.find(id) : position;
  }

  /** Adds an id that is not known yet. Its text lies at the position already. */
  add(hash: number, position: number): void {
    const { capacity } = this.#entries;
    if (this.#entries.used >= capacity * FULLEST) {
      // In twice the room where it is needed, and without what has left.
      const isCrowded = this.#size >= (capacity * FULLEST) / 2;
      this.#old = this.#entries;
      this.#entries = new IdEntries(isCrowded ? capacity * 2 : capacity, this.texts);
    }
    if (this.#old?.moveTo(this.#entries, MOVED_AT_ONCE) === true) this.#old = null;
    this.#entries.put(hash, position);
    this.#size += 1;
  }

  /** The id at one position lies at another from now on. */
  move(hash: number, from: number, to: number): void {
    if (!this.#entries.replace(hash, from, to)) this.#old!.replace(hash, from, to);
  }

  /** Forgets the id at a position. */
  delete(hash: number, position: number): void {
    if (!this.#entries.delete(hash, position)) this.#old!.delete(hash, position);
    this.#size -= 1;
  }
}
