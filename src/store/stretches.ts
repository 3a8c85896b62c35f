/** Totals of stretches of time, and what of a segment goes where in them. */
export interface Stretches<Totals extends Int32Array | Float64Array> {
  /** Where in a stretch each cell of the segment's running totals goes; -1: nowhere. */
  readonly targets: Int32Array;
  /** Numbers that a stretch has. */
  readonly width: number;
  /** All stretches, one behind the other. */
  readonly totals: Totals;
}
