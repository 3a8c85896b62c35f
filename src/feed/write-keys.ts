import { newIdempotencyKey } from '../adapters/idempotency-key.js';
import type { GapWriteKind } from '../gaps/writes.js';

/** The keys of what one element writes: the same for the same command until it has been confirmed. */
export class WriteKeys {
  #last: { readonly write: string; readonly key: string } | null = null;

  /** The key of the last try where this is a retry of it, else a new one. */
  keyFor(kind: GapWriteKind, command: object): string {
    const write = JSON.stringify([kind, command]);
    if (this.#last?.write !== write) this.#last = { write, key: newIdempotencyKey() };
    return this.#last.key;
  }

  /** The write was confirmed: doing the same once more is another write. */
  confirmed(): void {
    this.#last = null;
  }
}
