import type { LitElement, ReactiveController } from 'lit';

/** Where the focus goes, first found first: what can be done next, what can be read, the card itself. */
const TARGETS = ['.state button', '.table-region', '.plot', '.card'];

/** Keeps the focus in a card when an update takes away what had it, such as *Try again*. Steals it from nobody. */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #focused: Element | null = null;

  /** To be added by `host.addController`. */
  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const lost = this.#focused !== null && !this.#focused.isConnected;
    this.#focused = null;
    if (!lost || !this.#host.isConnected) return;
    const root = this.#host.renderRoot;
    const target = TARGETS.map((selector) => root.querySelector<HTMLElement>(selector)).find((found) => found !== null);
    if (target?.matches('.card')) {
      // A card that could always have the focus would take it from the page at every click.
      target.tabIndex = -1;
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target?.focus({ preventScroll: true });
  }
}
