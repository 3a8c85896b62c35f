/** Reads what `HistoryBytes` wrote, from an offset on. One is enough for all records: it is opened anew for each. */
export class HistoryReader {
  /** Of the next byte that will be read. */
  offset = 0;
  bytes: Uint8Array = new Uint8Array(0);

  open(bytes: Uint8Array, offset: number): void {
    this.bytes = bytes;
    this.offset = offset;
  }

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

  /** The low four bytes of a distance of so many, the lowest first. */
  low(length: number): number {
    return this.#bits(length < 4 ? length : 4);
  }

  /** The bytes above, in units of 2³²; to be read after the low ones. */
  high(length: number): number {
    return length <= 4 ? 0 : this.#bits(length - 4);
  }

  #bits(length: number): number {
    const { bytes, offset } = this;
    this.offset = offset + length;
    let bits = 0;
    for (let byte = 0; byte < length; byte++) bits |= bytes[offset + byte]! << (8 * byte);
    return bits >>> 0;
  }
}
