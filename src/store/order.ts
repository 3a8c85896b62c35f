/** Bits of the digits that keys are sorted by, the least significant first: to count small ones is less work where there are few keys. */
const DIGIT_BITS = { ofFew: 8, ofMany: 11, few: 4_096 } as const;
const HALF = 2 ** 32;

/**
 * The places of keys in ascending order, equal ones in order of place. Whole numbers are sorted digit by digit, in time that
 * grows as their number does; what is no whole number, or too far from the others, is sorted the slow way.
 */
export function inOrder(keys: Float64Array): Uint32Array {
  const places = new Uint32Array(keys.length);
  for (let place = 0; place < keys.length; place++) places[place] = place;
  if (isAscending(keys)) return places;
  const { least, span, isWhole } = survey(keys);
  if (!isWhole || span > Number.MAX_SAFE_INTEGER) return places.sort((a, b) => keys[a]! - keys[b]! || a - b);
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]! - least;
    high[place] = Math.floor(key / HALF);
    low[place] = key;
  }
  return sortedBy(high, Math.floor(span / HALF), sortedBy(low, Math.min(span, HALF - 1), places));
}

/** Places in order of their numbers, those of equal numbers as they were. */
function sortedBy(numbers: Uint32Array, most: number, places: Uint32Array): Uint32Array {
  let from = places;
  let to: Uint32Array = new Uint32Array(places.length);
  const bits = numbers.length < DIGIT_BITS.few ? DIGIT_BITS.ofFew : DIGIT_BITS.ofMany;
  const next = new Uint32Array(2 ** bits);
  const last = next.length - 1;
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += bits) {
    next.fill(0);
    for (let place = 0; place < numbers.length; place++) next[(numbers[place]! >>> shift) & last]! += 1;
    let before = 0;
    for (let digit = 0; digit <= last; digit++) {
      const count = next[digit]!;
      next[digit] = before;
      before += count;
    }
    for (let index = 0; index < from.length; index++) {
      const place = from[index]!;
      to[next[(numbers[place]! >>> shift) & last]!++] = place;
    }
    [from, to] = [to, from];
  }
  return from;
}

function isAscending(keys: Float64Array): boolean {
  for (let place = 1; place < keys.length; place++) if (keys[place]! < keys[place - 1]!) return false;
  return true;
}

function survey(keys: Float64Array): { least: number; span: number; isWhole: boolean } {
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!;
    if (key > most) most = key;
    if (key < least) least = key;
    if (Math.floor(key) !== key) isWhole = false;
  }
  return { least, span: most - least, isWhole };
}

/** The first place from which on all sorted keys are at or after a key. */
export function firstAtOrAfter(length: number, keyAt: (place: number) => number, key: number): number {
  // Most boundaries of a long range lie outside of any one segment.
  if (length === 0 || keyAt(0) >= key) return 0;
  if (keyAt(length - 1) < key) return length;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyAt(middle) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows in the order they settle; those that never do are left out. Equal instants are in order of row. */
export function inSettlingOrder(length: number, settlesAt: (row: number) => number): Uint32Array {
  const rows = new Uint32Array(length);
  const keys = new Float64Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) {
    const key = settlesAt(row);
    if (Number.isNaN(key)) continue;
    keys[count] = key;
    rows[count++] = row;
  }
  return inOrder(keys.subarray(0, count)).map((place) => rows[place]!);
}
