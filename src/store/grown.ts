type Column = Int32Array | Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A copy of a column with more room. */
export function grown<T extends Column>(from: T, to: T): T {
  to.set(from);
  return to;
}
