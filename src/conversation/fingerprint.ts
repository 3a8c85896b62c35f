import { isDataError } from '../errors.js';
import { describeValue } from './door.js';

/** Values looked at in one record: those near its top first. */
const MOST_VALUES = 500;
/** Fields or entries looked at in one object. */
const MOST_FIELDS = 64;
/** Characters looked at from each end of a text. */
const ENDS = 256;
/** Stands for a field that would have to run somebody's code to be read. */
const COMPUTED = Symbol('computed');

/**
 * A number that is the same for the same content, so that a refused record without an id is known again when it is handed
 * over again. Integer, 53 bits. Looks at a bounded part of any value, runs no getter and never throws; two records that
 * differ only beyond that part are taken for one. A loader's DataError counts as the text it could not read.
 */
export function fingerprintOf(refused: unknown): number {
  if (isDataError(refused))
    return refused.fingerprint ?? fingerprintOf([refused.field, refused.value, refused.message]);
  const digest = new Digest();
  const values: unknown[] = [refused];
  for (let place = 0; place < values.length; place++) {
    const value = values[place];
    digest.add(typeof value);
    if (typeof value === 'string') digest.add(value);
    else if (typeof value === 'object' && value !== null) addFields(value, values, digest);
    else digest.add(describeValue(value));
  }
  return digest.value;
}

/** Names of fields go into the digest at once; what they hold stands in line, which ends circles as well. */
function addFields(holder: object, values: unknown[], digest: Digest): void {
  try {
    for (const key of keysOf(holder, digest)) {
      if (values.length >= MOST_VALUES) return;
      digest.add(key);
      const field = Reflect.getOwnPropertyDescriptor(holder, key);
      values.push(field === undefined || 'value' in field ? field?.value : COMPUTED);
    }
  } catch {
    digest.add('unreadable'); // A proxy that refuses, or was revoked.
  }
}

/** In an order of their own: a source may list the same fields in another one the next time. */
function keysOf(holder: object, digest: Digest): readonly string[] {
  if (!Array.isArray(holder)) return Reflect.ownKeys(holder).slice(0, MOST_FIELDS).map(describeKey).sort();
  digest.add(`${holder.length} entries`);
  return Array.from({ length: Math.min(holder.length, MOST_FIELDS) }, (_, index) => `${index}`);
}

function describeKey(key: string | symbol): string {
  return typeof key === 'string' ? key : describeValue(key);
}

/** Two rounds of multiplying side by side, of which 53 bits are kept. Tells contents apart; keeps no secret. */
class Digest {
  #high = 0xdeadbeef;
  #low = 0x41c6ce57;

  /** Takes in a text's length and its ends. */
  add(text: string): void {
    this.#mix(text.length);
    const end = Math.max(ENDS, text.length - ENDS);
    for (let at = 0; at < text.length; at = at === ENDS - 1 ? end : at + 1) this.#mix(text.charCodeAt(at));
  }

  get value(): number {
    const high = Math.imul(this.#high ^ (this.#low >>> 16), 0x85ebca6b);
    const low = Math.imul(this.#low ^ (high >>> 13), 0xc2b2ae35);
    return (high >>> 11) * 2 ** 32 + ((low ^ (low >>> 16)) >>> 0);
  }

  #mix(unit: number): void {
    this.#high = Math.imul(this.#high ^ unit, 0x9e3779b1);
    this.#low = Math.imul(this.#low ^ unit, 0x5f356495);
    this.#high ^= this.#low >>> 15;
  }
}
