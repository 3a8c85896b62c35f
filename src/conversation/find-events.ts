import { isIn } from './event-code.js';
import type { EventTable } from './event-table.js';

/** Row of the first of the rows `from` to `end` whose code is in a set; -1 for none. */
export function findFirst(table: EventTable, set: number, end: number, from = 0): number {
  if ((table.occurring & set) === 0) return -1;
  const { codes } = table;
  for (let index = from; index < end; index++) if (isIn(set, codes[index]!)) return index;
  return -1;
}

/** Row of the last of the first `end` rows whose code is in a set; -1 for none. */
export function findLast(table: EventTable, set: number, end: number): number {
  if ((table.occurring & set) === 0) return -1;
  const { codes } = table;
  for (let index = end - 1; index >= 0; index--) if (isIn(set, codes[index]!)) return index;
  return -1;
}

/** The set of the codes of the first `end` rows. */
export function codesOf({ count, codes, occurring }: EventTable, end: number): number {
  if (end === count) return occurring;
  let set = 0;
  for (let index = 0; index < end; index++) set |= 1 << codes[index]!;
  return set;
}

/** How many of the first `end` events, which are in order, come before an instant. */
export function countBefore(table: EventTable, end: number, instant: number): number {
  const { at } = table;
  let count = end;
  while (count > 0 && at[count - 1]! >= instant) count--;
  return count;
}

/** How many of the first `end` events, which are in order, come at an instant or before it. */
export function countUpTo(table: EventTable, end: number, instant: number): number {
  const { at } = table;
  let count = end;
  while (count > 0 && at[count - 1]! > instant) count--;
  return count;
}

/** The smaller of two rows where -1 means none. */
export function earliest(a: number, b: number): number {
  return a < 0 ? b : b < 0 ? a : Math.min(a, b);
}
