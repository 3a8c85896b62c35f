const FIRST_CAPACITY = 1_024;
const LOW = 2 ** 32;

/**
 * Bytes that histories are written into, one after the other. Only the first `length` bytes are filled; the rest is room to
 * grow. `reserve` goes before whatever is pushed.
 */
export class HistoryBytes {
  /** Another array after each growth: read it anew. */
  bytes = new Uint8Array(FIRST_CAPACITY);
  length = 0;

  /** Makes room for so many more bytes. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const { bytes } = this;
    this.bytes = new Uint8Array(Math.max(needed, bytes.length * 2));
    this.bytes.set(bytes.subarray(0, this.length));
  }

  push(byte: number): void {
    this.bytes[this.length++] = byte;
  }

  /** Writes a whole number from 0 to 2³² − 1 in groups of seven bits, the lowest first. */
  pushVarint(number: number): void {
    let rest = number;
    while (rest >= 0x80) {
      this.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.push(rest);
  }

  /** Writes how far two instants lie apart in so many bytes, the lowest first. */
  pushDistance(from: number, to: number, length: number): void {
    const low = lowOf(from, to);
    for (let byte = 0; byte < length && byte < 4; byte++) this.push((low >>> (8 * byte)) & 0xff);
    const high = length > 4 ? highOf(from, to, low) : 0;
    for (let byte = 4; byte < length; byte++) this.push((high >>> (8 * (byte - 4))) & 0xff);
  }
}

/** How many bytes the distance of two instants takes: 0 for none, at the most 7. */
export function distanceLength(from: number, to: number): number {
  const low = lowOf(from, to);
  const high = highOf(from, to, low);
  return high > 0 ? 4 + bytesOf(high) : bytesOf(low);
}

function bytesOf(number: number): number {
  return Math.ceil((32 - Math.clz32(number)) / 8);
}

/**
 * The distance of two instants modulo 2³², exact for all of them. The distance itself is not: the calendar's first and last
 * instant lie more than 2⁵³ ms apart.
 */
function lowOf(from: number, to: number): number {
  return from <= to ? ((to >>> 0) - (from >>> 0)) >>> 0 : lowOf(to, from);
}

/** The rest of the distance in units of 2³², exact because all that is ever rounded is a multiple of that. */
function highOf(from: number, to: number, low: number): number {
  return from <= to ? (to - low - from) / LOW : highOf(to, from, low);
}
