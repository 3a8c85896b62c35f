import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Which row gets the focus once others have left their list. */
export interface RowTarget {
  /** Where the first of those stood that left; behind the end it is the last row. */
  readonly place: number;
  /** Selector of what takes the focus in each row. */
  readonly rows: string;
  /** Selector of what gets it in place of a row where none is left. */
  readonly otherwise?: string;
}

/**
 * After a write the focus goes to the row in the place of those that left, or waits for rows that are on their way. It is
 * taken from nobody: only where it is still where the write was started, or nowhere.
 */
export class FocusAfterWrite implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #start: Element | null = null;
  #target: RowTarget | null = null;
  /** The row that got it: a refresh may take it away again. */
  #row: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A write is started here. */
  start(): void {
    this.#start = this.#host.shadowRoot?.activeElement ?? null;
    this.#target = null;
  }

  /** It has been confirmed; with null the focus stays. */
  moveTo(target: RowTarget | null): void {
    this.#target = target;
    this.#row = null;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    // Later than whatever else cares for a focus that an update has taken away.
    if (this.#target !== null) void this.#host.updateComplete.then(() => this.#move());
  }

  #move(): void {
    if (this.#target === null) return;
    const { place, rows, otherwise } = this.#target;
    const root = this.#host.shadowRoot!;
    if (this.#row?.isConnected === true && root.activeElement === this.#row) return;
    if (this.#row?.isConnected === true || !this.#isFree) {
      this.#target = null; // Somebody has gone on from there.
      return;
    }
    const found = root.querySelectorAll<HTMLElement>(rows);
    this.#row = found[Math.min(place, found.length - 1)] ?? null;
    // Where there is nothing, it may be on its way.
    const target = this.#row ?? (otherwise === undefined ? null : root.querySelector<HTMLElement>(otherwise));
    if (target !== null && this.#row === null) this.#target = null;
    target?.focus();
  }

  get #isFree(): boolean {
    const { activeElement, body } = this.#host.ownerDocument;
    // The document sees no further than the outermost host; the element's own tree does.
    if ((this.#host.getRootNode() as Document | ShadowRoot).activeElement !== this.#host) return activeElement === body;
    const focused = this.#host.shadowRoot!.activeElement;
    // What has lost its place is looked after by the card.
    return focused === null || focused === this.#start || focused.matches('.card, .table-region');
  }
}
