import { grown } from './grown.js';

const FIRST_BYTES = 1_024;
const FIRST_TEXTS = 64;
/** A UTF-16 unit takes this many bytes at the most. */
const MOST_BYTES_A_UNIT = 3;

/** A text as bytes, with a hash: what is looked for in an {@link TextArena}. Filled again and again. */
export class EncodedText {
  bytes = new Uint8Array(256);
  length = 0;
  hash = 0;

  /** Takes bytes that were encoded before. */
  take(bytes: Uint8Array, start: number, end: number): this {
    this.length = end - start;
    if (this.length > this.bytes.length) this.bytes = new Uint8Array(this.length);
    for (let index = 0; index < this.length; index++) this.bytes[index] = bytes[start + index]!;
    this.hash = hashOf(bytes, start, end);
    return this;
  }

  /** Nothing of the text stays in memory. */
  wipe(): void {
    this.bytes.fill(0);
    this.length = 0;
  }

  /** Every UTF-16 unit by itself, like UTF-8 does characters: halves of a broken pair stay what they are. */
  fill(text: string): this {
    if (text.length * MOST_BYTES_A_UNIT > this.bytes.length)
      this.bytes = new Uint8Array(text.length * MOST_BYTES_A_UNIT);
    const { bytes } = this;
    let length = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) bytes[length++] = unit;
      else {
        if (unit < 0x800) bytes[length++] = 0xc0 | (unit >> 6);
        else {
          bytes[length++] = 0xe0 | (unit >> 12);
          bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        bytes[length++] = 0x80 | (unit & 0x3f);
      }
    }
    this.length = length;
    this.hash = hashOf(bytes, 0, length);
    return this;
  }
}

/** Texts as bytes, one after the other: a million ids are two arrays and no objects. */
export class TextArena {
  #bytes = new Uint8Array(FIRST_BYTES);
  #starts = new Uint32Array(FIRST_TEXTS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a text and hands back its place. */
  add(text: EncodedText): number {
    if (this.#length + 1 === this.#starts.length)
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2));
    const start = this.#starts[this.#length]!;
    const end = start + text.length;
    if (end > this.#bytes.length)
      this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(end, this.#bytes.length * 2)));
    this.#bytes.set(text.bytes.subarray(0, text.length), start);
    this.#starts[this.#length + 1] = end;
    return this.#length++;
  }

  /** The text at a place; '' where it was wiped out, of as many NULs in its bytes. */
  textAt(place: number): string {
    return decode(this.#bytes, this.#starts[place]!, this.#starts[place + 1]!);
  }

  /** Fills an encoded text with the one at a place. */
  copy(place: number, into: EncodedText): EncodedText {
    return into.take(this.#bytes, this.#starts[place]!, this.#starts[place + 1]!);
  }

  hashAt(place: number): number {
    return hashOf(this.#bytes, this.#starts[place]!, this.#starts[place + 1]!);
  }

  holds(place: number, text: EncodedText): boolean {
    const start = this.#starts[place]!;
    if (this.#starts[place + 1]! - start !== text.length) return false;
    for (let index = 0; index < text.length; index++)
      if (this.#bytes[start + index] !== text.bytes[index]) return false;
    return true;
  }

  /** Overwrites a text: nothing of it stays in memory. */
  wipe(place: number): void {
    this.#bytes.fill(0, this.#starts[place]!, this.#starts[place + 1]!);
  }

  /** The texts at some places, in their order, with no room to spare. */
  pick(places: Uint32Array): TextArena {
    const picked = new TextArena();
    const starts = new Uint32Array(places.length + 1);
    for (let index = 0; index < places.length; index++)
      starts[index + 1] = starts[index]! + this.#starts[places[index]! + 1]! - this.#starts[places[index]!]!;
    const bytes = new Uint8Array(starts[places.length]!);
    for (let index = 0; index < places.length; index++) {
      const from = this.#starts[places[index]!]!;
      const to = this.#starts[places[index]! + 1]!;
      // Byte by byte: ids are short, and a view for each would cost more than copying it.
      for (let source = from, target = starts[index]!; source < to; source++, target++)
        bytes[target] = this.#bytes[source]!;
    }
    picked.#bytes = bytes;
    picked.#starts = starts;
    picked.#length = places.length;
    return picked;
  }

  get byteLength(): number {
    return this.#bytes.byteLength + this.#starts.byteLength;
  }

  /** The arrays it lies in, so that another thread can have it. */
  get parts(): TextParts {
    return { bytes: this.#bytes, starts: this.#starts };
  }

  static of({ bytes, starts }: TextParts): TextArena {
    const arena = new TextArena();
    arena.#bytes = bytes;
    arena.#starts = starts;
    arena.#length = starts.length - 1;
    return arena;
  }
}

/** Texts as they lie in memory; a start more than there are texts. */
export interface TextParts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** 32-bit FNV-1a, its bits mixed once more, because tables look at the low ones only. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index++) {
    const first = bytes[index]!;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | (bytes[++index]! & 0x3f));
    else {
      const second = bytes[++index]! & 0x3f;
      text += String.fromCharCode(((first & 0x0f) << 12) | (second << 6) | (bytes[++index]! & 0x3f));
    }
  }
  return text;
}
