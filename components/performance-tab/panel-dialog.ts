import type { LitElement, ReactiveController } from 'lit';
import { nextFrame } from '../../src/time/next-frame.js';

/** The width, in px, from which a topic is shown beside the table; below it over the whole height of the page. */
const BESIDE_PX = 960;

/** Shows a dialog beside what is there where there is room, and over the page where there is none. */
export class PanelDialog implements ReactiveController {
  readonly #host: LitElement;
  readonly #isOpen: () => boolean;
  readonly #observer: ResizeObserver;
  #isBeside = true;

  /** @param isOpen whether there is something to show, asked after each update */
  constructor(host: LitElement, isOpen: () => boolean) {
    this.#host = host;
    this.#isOpen = isOpen;
    this.#observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0) this.#isBeside = width >= BESIDE_PX;
      void nextFrame().then(() => this.#show()); // Not in the middle of a layout, which it changes.
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#hide(this.#dialog);
  }

  hostUpdated(): void {
    this.#show();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot?.querySelector('dialog') ?? null;
  }

  #show(): void {
    const dialog = this.#dialog;
    if (dialog === null || !this.#host.isConnected) return;
    const isModal = dialog.matches(':modal');
    // Over a page that has hidden its tab, a dialog nobody sees would take every click.
    const isShown = this.#host.getClientRects().length > 0;
    if (!this.#isOpen() || !isShown) return this.#hide(dialog);
    if (dialog.open && isModal !== this.#isBeside) return;
    this.#hide(dialog);
    // Beside the table it takes the focus from nobody.
    if (this.#isBeside) dialog.open = true;
    else dialog.showModal();
  }

  #hide(dialog: HTMLDialogElement | null): void {
    if (dialog?.matches(':modal') === true) dialog.close();
    else if (dialog?.open === true) dialog.open = false;
  }
}
