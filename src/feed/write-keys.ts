import type { GapWriteKind } from '../gaps/writes.js';

/** An idempotency key nobody else has. */
export function newKey(): string {
  // `randomUUID` is there on secure pages only, and a help desk on an intranet may be none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The keys of what one element writes: the same for the same command until it has been confirmed. */
export class WriteKeys {
  #last: { readonly write: string; readonly key: string } | null = null;

  /** The key of the last try where this is a retry of it, else a new one. */
  keyFor(kind: GapWriteKind, command: object): string {
    const write = JSON.stringify([kind, command]);
    if (this.#last?.write !== write) this.#last = { write, key: newKey() };
    return this.#last.key;
  }

  /** The write was confirmed: doing the same once more is another write. */
  confirmed(): void {
    this.#last = null;
  }
}
