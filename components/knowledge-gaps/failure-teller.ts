import type { ReactiveController } from 'lit';
import type { AdapterError } from '../../src/errors.js';

/** Tells the host of each failure of a list once; an absent function is an absent capability and no failure. */
export class FailureTeller implements ReactiveController {
  #told: AdapterError | null = null;

  /** @param error why the last page did not come; null where it did */
  constructor(
    private readonly host: EventTarget,
    private readonly error: () => AdapterError | null,
  ) {}

  hostUpdated(): void {
    const error = this.error();
    if (error === this.#told) return;
    this.#told = error;
    if (error === null || error.code === 'unsupported') return;
    this.host.dispatchEvent(new CustomEvent('report-error', { detail: error }));
  }
}
