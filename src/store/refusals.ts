import type { DataError, Refusal } from '../errors.js';
import type { QualityEntry } from '../metrics/quality.js';

/** Refused records kept by name; beyond it they are only counted. */
const MOST_NAMED = 1_000;
const EXAMPLES = 5;

/** Records that the door refused, each counted once while it is known, by id where it has one. */
export class Refusals {
  readonly #named = new Map<string | symbol, Refusal>();
  #count = 0;

  /** Takes note of a refusal. */
  add({ field, value, message, id }: DataError): void {
    const key = id ?? Symbol('without an id');
    if (this.#named.has(key)) return;
    this.#count += 1;
    if (this.#named.size < MOST_NAMED)
      this.#named.set(key, { ...(id === undefined ? {} : { id }), field, value, message });
  }

  /** The record of this id is none any more that is refused: it came again, or is gone. */
  forget(id: string): void {
    if (this.#named.delete(id)) this.#count -= 1;
  }

  /** How many, and the first of them. */
  get entry(): QualityEntry {
    return { count: this.#count, examples: [...this.#named.values()].slice(0, EXAMPLES) };
  }
}
