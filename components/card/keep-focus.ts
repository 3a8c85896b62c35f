import type { LitElement, ReactiveController } from 'lit';

/**
 * Where the focus goes, first found first: what can be done next, what can be read, the card itself. Never to *Cancel*: who
 * had the focus elsewhere, and presses Enter a moment later, would end a load nobody wanted to end.
 */
const TARGETS = ['.state:not(.loading) button', '.table-region', '.plot', '.card'];

/** Keeps the focus in a card when an update takes away what had it, such as *Try again*. Steals it from nobody. */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #focused: Element | null = null;
  /** The card, while the focus waits on it for something better. */
  #waitsOn: Element | null = null;

  /** To be added by `host.addController`. */
  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = null;
    if (focused === null || !this.#host.isConnected) return;
    if (focused.isConnected && focused !== this.#waitsOn) return;
    const root = this.#host.renderRoot;
    const target = TARGETS.map((selector) => root.querySelector<HTMLElement>(selector)).find((found) => found !== null);
    if (target === undefined || target === focused) return;
    if (target.matches('.card')) this.#waitOn(target);
    target.focus({ preventScroll: true });
  }

  #waitOn(card: HTMLElement): void {
    this.#waitsOn = card;
    // A card that could always have the focus would take it from the page at every click.
    card.tabIndex = -1;
    const leave = (): void => {
      this.#waitsOn = null;
      card.removeAttribute('tabindex');
    };
    card.addEventListener('blur', leave, { once: true });
  }
}
