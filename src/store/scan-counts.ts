import type { RankedItems } from './rank-index.js';
import type { SlotLists } from './slot-lists.js';

// One function for each way that kinds and channels lie in memory: the engine makes quick code of a loop that only ever reads
// the same columns.

/** Counts items in (`by` 1) or out (`by` −1) whose kinds lie in their order, where all channels count as one. */
export function countKinds(
  kinds: RankedItems['kinds'],
  from: number,
  to: number,
  by: 1 | -1,
  { starts, slots }: SlotLists,
  into: Int32Array,
): void {
  for (let item = from; item < to; item++) {
    const kind = kinds[item]!;
    const end = starts[kind + 1]!;
    for (let place = starts[kind]!; place < end; place++) {
      const slot = slots[place]!;
      into[slot] = (into[slot]! + by) | 0;
    }
  }
}

/** The same for items that are the rows themselves, by channel. */
export function countRows(
  { kinds, channels, channelCount }: RankedItems,
  from: number,
  to: number,
  by: 1 | -1,
  { starts, slots }: SlotLists,
  into: Int32Array,
): void {
  for (let row = from; row < to; row++) {
    const kind = kinds[row]!;
    const channel = channels![row]!;
    const end = starts[kind + 1]!;
    for (let place = starts[kind]!; place < end; place++) {
      const cell = slots[place]! * channelCount + channel;
      into[cell] = (into[cell]! + by) | 0;
    }
  }
}

/** The same for items that are rows in an order of their own, by channel or not. */
export function countItems(
  { rows, kinds, isKindOfItem, channels, channelCount }: RankedItems,
  from: number,
  to: number,
  by: 1 | -1,
  { starts, slots }: SlotLists,
  into: Int32Array,
): void {
  for (let item = from; item < to; item++) {
    const row = rows![item]!;
    const kind = kinds[isKindOfItem ? item : row]!;
    const channel = channels === null ? 0 : channels[row]!;
    const end = starts[kind + 1]!;
    for (let place = starts[kind]!; place < end; place++) {
      const cell = slots[place]! * channelCount + channel;
      into[cell] = (into[cell]! + by) | 0;
    }
  }
}
