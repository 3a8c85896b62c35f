import type { EncodedText } from './text-arena.js';

const EMPTY = 0;
const LEFT = 0xffff_ffff;
const FIRST_CAPACITY = 1_024;
const FULLEST = 0.7;

/** Where ids lie: an {@link IdTable} keeps only positions. */
export interface IdTexts {
  hashAt(position: number): number;
  holds(position: number, id: EncodedText): boolean;
}

/** Positions of conversations by id, in 32 bits each: an open-addressed table over ids that lie elsewhere. */
export class IdTable {
  #entries = new Uint32Array(FIRST_CAPACITY);
  #size = 0;
  /** Entries that are taken, or were. */
  #used = 0;

  constructor(private readonly texts: IdTexts) {}

  get size(): number {
    return this.#size;
  }

  get byteLength(): number {
    return this.#entries.byteLength;
  }

  /** The position of an id; -1 where it is not known. */
  find(id: EncodedText): number {
    const mask = this.#entries.length - 1;
    for (let at = id.hash & mask; this.#entries[at] !== EMPTY; at = (at + 1) & mask) {
      const entry = this.#entries[at]!;
      if (entry !== LEFT && this.texts.holds(entry - 1, id)) return entry - 1;
    }
    return -1;
  }

  /** Adds an id that is not known yet. Its text lies at the position already. */
  add(hash: number, position: number): void {
    if (this.#used >= this.#entries.length * FULLEST) this.#rebuild();
    this.#put(hash, position);
    this.#size += 1;
    this.#used += 1;
  }

  /** The id at one position lies at another from now on. */
  move(hash: number, from: number, to: number): void {
    this.#entries[this.#placeOf(hash, from)] = to + 1;
  }

  /** Forgets the id at a position. */
  delete(hash: number, position: number): void {
    this.#entries[this.#placeOf(hash, position)] = LEFT;
    this.#size -= 1;
  }

  #placeOf(hash: number, position: number): number {
    const mask = this.#entries.length - 1;
    let at = hash & mask;
    while (this.#entries[at] !== position + 1) at = (at + 1) & mask;
    return at;
  }

  #put(hash: number, position: number): void {
    const mask = this.#entries.length - 1;
    let at = hash & mask;
    while (this.#entries[at] !== EMPTY) at = (at + 1) & mask;
    this.#entries[at] = position + 1;
  }

  /** In twice the room where it is needed, and without what has left. */
  #rebuild(): void {
    const before = this.#entries;
    const isCrowded = this.#size >= (before.length * FULLEST) / 2;
    this.#entries = new Uint32Array(isCrowded ? before.length * 2 : before.length);
    for (const entry of before)
      if (entry !== EMPTY && entry !== LEFT) this.#put(this.texts.hashAt(entry - 1), entry - 1);
    this.#used = this.#size;
  }
}
