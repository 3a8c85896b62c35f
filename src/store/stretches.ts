/** Totals of stretches of time, and what of a segment goes where in them. */
export interface Stretches<Totals extends Int32Array | Float64Array> {
  /** Where in a stretch each cell of the segment's running totals goes; -1: nowhere. */
  readonly targets: Int32Array;
  /** Numbers that a stretch has. */
  readonly width: number;
  /** All stretches, one behind the other. */
  readonly totals: Totals;
}

/** The numbers of a segment's channels among those of all; below 0: no row is in it any more. Where all count as one, that one's. */
export function numbersOfChannels(
  names: readonly string[],
  all: ReadonlyMap<string, number> | null,
): readonly number[] {
  return all === null ? [0] : names.map((name) => all.get(name) ?? -1);
}

/**
 * Where in a stretch each number of a segment goes: by slot, then by channel; -1: nowhere.
 * @param slots the number of each of its slots among those of all
 * @param channels the number of each of its channels among those of all; below 0: nowhere
 * @param channelCount channels that there are of each slot
 */
export function targetsOf(slots: readonly number[], channels: readonly number[], channelCount: number): Int32Array {
  const targets = new Int32Array(slots.length * channels.length).fill(-1);
  for (let slot = 0, cell = 0; slot < slots.length; slot++)
    for (let channel = 0; channel < channels.length; channel++, cell++)
      if (channels[channel]! >= 0) targets[cell] = slots[slot]! * channelCount + channels[channel]!;
  return targets;
}
