import type { EncodedText } from './text-arena.js';

const EMPTY = 0;
const LEFT = 0xffff_ffff;

/** Where ids lie: a table keeps only positions. */
export interface IdTexts {
  hashAt(position: number): number;
  holds(position: number, id: EncodedText): boolean;
}

/** An open-addressed table of so many positions, which does not grow. */
export class IdEntries {
  /** Entries that are taken, or were. */
  used = 0;
  readonly #entries: Uint32Array;
  /** Entries from here on have not moved. */
  #next = 0;

  /** @param capacity a power of two */
  constructor(
    readonly capacity: number,
    private readonly texts: IdTexts,
  ) {
    this.#entries = new Uint32Array(capacity);
  }

  get byteLength(): number {
    return this.#entries.byteLength;
  }

  /** The position of an id; -1 where it is not here. */
  find(id: EncodedText): number {
    const mask = this.capacity - 1;
    for (let at = id.hash & mask; this.#entries[at] !== EMPTY; at = (at + 1) & mask) {
      const entry = this.#entries[at]!;
      if (entry !== LEFT && this.texts.holds(entry - 1, id)) return entry - 1;
    }
    return -1;
  }

  put(hash: number, position: number): void {
    const mask = this.capacity - 1;
    let at = hash & mask;
    while (this.#entries[at] !== EMPTY) at = (at + 1) & mask;
    this.#entries[at] = position + 1;
    this.used += 1;
  }

  /** @returns false where the position is not here */
  replace(hash: number, from: number, to: number): boolean {
    return this.#write(hash, from, to + 1);
  }

  /** @returns false where the position is not here */
  delete(hash: number, position: number): boolean {
    return this.#write(hash, position, LEFT);
  }

  /**
   * Moves some entries to another table.
   * @param most entries that are looked at, empty ones among them
   * @returns true where none is left
   */
  moveTo(other: IdEntries, most: number): boolean {
    const end = Math.min(this.#next + most, this.capacity);
    for (; this.#next < end; this.#next++) {
      const entry = this.#entries[this.#next]!;
      if (entry === EMPTY || entry === LEFT) continue;
      other.put(this.texts.hashAt(entry - 1), entry - 1);
      this.#entries[this.#next] = LEFT;
    }
    return this.#next === this.capacity;
  }

  #write(hash: number, position: number, entry: number): boolean {
    const mask = this.capacity - 1;
    for (let at = hash & mask; this.#entries[at] !== EMPTY; at = (at + 1) & mask) {
      if (this.#entries[at] !== position + 1) continue;
      this.#entries[at] = entry;
      return true;
    }
    return false;
  }
}
