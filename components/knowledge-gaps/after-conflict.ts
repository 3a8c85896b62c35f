import type { ReactiveControllerHost } from 'lit';
import { isConflict } from './gap-writer.js';
import type { Selection } from './selection.js';

/** Takes out of a selection what somebody else has closed meanwhile: with it the same write would be refused for ever. */
export class AfterConflict {
  #heard: unknown = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly selection: Selection,
  ) {}

  /** To be told at each update why the last write failed. */
  hear(failure: unknown, list: { idsThere(): Promise<ReadonlySet<string> | null> }): void {
    if (failure === this.#heard) return;
    this.#heard = failure;
    if (isConflict(failure) && this.selection.size > 0) void this.#forgetGone(list.idsThere());
  }

  async #forgetGone(asked: Promise<ReadonlySet<string> | null>): Promise<void> {
    const there = await asked.catch(() => null); // The next try asks again.
    if (there === null) return;
    const gone = this.selection.ids.filter((id) => !there.has(id));
    this.selection.set(gone, false);
    this.host.requestUpdate();
  }
}
