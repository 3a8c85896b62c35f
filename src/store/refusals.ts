import { fingerprintOf } from '../conversation/fingerprint.js';
import type { DataError, Refusal } from '../errors.js';
import type { QualityEntry } from '../metrics/quality.js';

/** Refused records kept by name, and those known again when they come again; beyond it they are only counted. */
const MOST_NAMED = 1_000;
const MOST_KNOWN = 100_000;
const EXAMPLES = 5;

/** What a refused record is known by when it comes again, and what is said of it; nothing beyond a limit. */
export type KnownRefusal = readonly [key: string | number, refusal: Refusal | null];

/** Records that the door refused, each counted once while it is known: by id, or by its content where it has none. */
export class Refusals {
  readonly #known = new Map<string | number, Refusal | null>();
  #named = 0;
  #unknown = 0;

  /** Takes note of a refusal, and hands it back as plain data. */
  add({ field, value, message, id }: DataError, record: unknown): Refusal {
    const refusal = { ...(id === undefined ? {} : { id }), field, value, message };
    this.take([id ?? fingerprintOf(record), refusal]);
    return refusal;
  }

  /** Takes over what another one knows. */
  take([key, refusal]: KnownRefusal): void {
    if (this.#known.has(key)) return;
    if (this.#known.size === MOST_KNOWN) {
      this.#unknown += 1;
      return;
    }
    const isNamed = refusal !== null && this.#named < MOST_NAMED;
    if (isNamed) this.#named += 1;
    this.#known.set(key, isNamed ? refusal : null);
  }

  /** The record of this id is none any more that is refused: it came again, or is gone. */
  forget(id: string): void {
    if (this.#known.get(id) != null) this.#named -= 1;
    this.#known.delete(id);
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** All that are known, in the order they came. */
  all(): readonly KnownRefusal[] {
    return [...this.#known];
  }

  /** How many, and the first of them. */
  get entry(): QualityEntry {
    const examples: Refusal[] = [];
    for (const refusal of this.#known.values()) {
      if (examples.length === EXAMPLES) break;
      if (refusal !== null) examples.push(refusal);
    }
    return { count: this.#known.size + this.#unknown, examples };
  }
}
