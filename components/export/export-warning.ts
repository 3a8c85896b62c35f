import type { ReactiveControllerHost } from 'lit';
import type { CardNotice } from '../card/card-state.js';

/** That a file of what a card shows could not be made: known until one is, or something else is shown. */
export class ExportWarning {
  #view: unknown = null;
  #notice: CardNotice | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  set(view: unknown, notice: CardNotice | null): void {
    this.#view = view;
    this.#notice = notice;
    this.host.requestUpdate();
  }

  /** The notice about a view, if there is one. */
  of(view: unknown): readonly CardNotice[] {
    return this.#notice === null || this.#view !== view ? [] : [this.#notice];
  }
}
