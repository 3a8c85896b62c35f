const LOW = 2 ** 32;

/** Reads what `HistoryBytes` wrote, from an offset on. */
export class HistoryReader {
  constructor(
    private readonly bytes: Uint8Array,
    /** Of the next byte that will be read. */
    public offset: number,
  ) {}

  byte(): number {
    return this.bytes[this.offset++]!;
  }

  varint(): number {
    let byte = this.byte();
    let number = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = this.byte();
      number |= (byte & 0x7f) << shift;
    }
    return number >>> 0;
  }

  /** The instant that lies a distance of so many bytes after another one. */
  later(from: number, length: number): number {
    // The low part first: so both sums are exact, even where the distance would not be.
    const near = from + this.#bits(length < 4 ? length : 4);
    return length <= 4 ? near : near + this.#bits(length - 4) * LOW;
  }

  /** The instant that lies a distance of so many bytes before another one. */
  earlier(from: number, length: number): number {
    const near = from - this.#bits(length < 4 ? length : 4);
    return length <= 4 ? near : near - this.#bits(length - 4) * LOW;
  }

  /** A number of up to four bytes, the lowest first. */
  #bits(length: number): number {
    const { bytes, offset } = this;
    this.offset = offset + length;
    let bits = 0;
    for (let byte = 0; byte < length; byte++) bits |= bytes[offset + byte]! << (8 * byte);
    return bits >>> 0;
  }
}
