const KEY_BITS = 64;
const HALF_BITS = 32;

/**
 * The places of keys in ascending order, equal ones in order of place. Whole numbers are sorted as 64-bit numbers of key and
 * place, which engines do without a callback; what does not fit there is sorted the slow way.
 */
export function inOrder(keys: Float64Array): Uint32Array {
  const places = new Uint32Array(keys.length);
  for (let place = 0; place < keys.length; place++) places[place] = place;
  if (isAscending(keys)) return places;
  const { least, span, isWhole } = survey(keys);
  const placeBits = Math.ceil(Math.log2(keys.length));
  if (!isWhole || !(span < 2 ** (KEY_BITS - placeBits))) return places.sort((a, b) => keys[a]! - keys[b]! || a - b);
  const packed = new BigUint64Array(keys.length);
  const halves = new Uint32Array(packed.buffer);
  const keyUnit = 2 ** (HALF_BITS - placeBits);
  const placeUnit = 2 ** placeBits;
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]! - least;
    const upper = Math.floor(key / keyUnit);
    halves[2 * place + UPPER] = upper;
    halves[2 * place + LOWER] = (key - upper * keyUnit) * placeUnit + place;
  }
  packed.sort();
  for (let index = 0; index < keys.length; index++) places[index] = halves[2 * index + LOWER]! % placeUnit;
  return places;
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

/** Where the halves of a 64-bit number lie. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;
const LOWER = 1 - UPPER;

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
