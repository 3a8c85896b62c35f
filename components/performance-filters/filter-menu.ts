import { html, noChange } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { placePanel } from './place-panel.js';

/** What a filter's button and panel show. */
export interface FilterMenuOptions {
  /** What is chosen here: "Range". */
  readonly label: string;
  /** What is chosen. */
  readonly value: TemplateResult;
  /** Called when the panel is made, and again while it is open. */
  readonly panel: () => TemplateResult;
}

let menus = 0;

/**
 * A button that says what is chosen, and the panel it opens. Inside, the arrow keys, Home and End move through what has the
 * class `option`; Escape, a click elsewhere, and leaving by Tab close it. The focus goes back to the button.
 */
export class FilterMenu implements ReactiveController {
  #open = false;
  #isMade = false;
  #focused: Element | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #id = `filter-menu-${(menus += 1)}`;
  readonly #button = createRef<HTMLButtonElement>();
  readonly #panel = createRef<HTMLElement>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const focused = (this.#panel.value?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
    this.#focused = this.#panel.value?.contains(focused) === true ? focused : null;
  }

  hostUpdated(): void {
    // What had the focus may be gone, as a channel that no conversation has any more.
    if (this.#focused?.isConnected === false) this.#options()[0]?.focus();
  }

  hostDisconnected(): void {
    this.#opened(false);
  }

  close(): void {
    this.#panel.value?.hidePopover();
    this.#button.value?.focus();
  }

  render({ label, value, panel }: FilterMenuOptions): TemplateResult {
    // What nobody sees stays as it was: its days would be written anew with every bit of a load.
    const content = this.#open || !this.#isMade ? panel() : noChange;
    this.#isMade = true;
    return html`<div class="menu">
      <button
        class="control"
        part="control"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.#open}
        popovertarget=${this.#id}
        @keydown=${this.#onButtonKey}
        ${ref(this.#button)}
      >
        <span class="label">${label}</span> ${value}
        <svg class="chevron" viewBox="0 0 10 6" aria-hidden="true"><path d="m1 1 4 4 4-4" /></svg>
      </button>
      <div
        class="panel"
        part="panel"
        id=${this.#id}
        popover="auto"
        role="dialog"
        aria-label=${label}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onPanelKey}
        @focusout=${this.#onFocusOut}
        ${ref(this.#panel)}
      >
        ${content}
      </div>
    </div>`;
  }

  #options(): readonly HTMLElement[] {
    return [...(this.#panel.value?.querySelectorAll<HTMLElement>('.option') ?? [])];
  }

  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open') return;
    this.#opened(true); // Brought up to date before it is seen.
    this.#place();
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    const open = event.newState === 'open';
    this.#opened(open);
    if (open) this.#place(); // Its size is known now.
    if (!open || this.#panel.value?.matches(':focus-within')) return;
    const options = this.#options();
    (options.find((option) => option.matches('[aria-pressed="true"], :checked')) ?? options[0])?.focus();
  };

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#panel.value?.showPopover();
  };

  readonly #onPanelKey = (event: KeyboardEvent): void => {
    const options = this.#options();
    const current = options.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if (next !== undefined && current >= 0) {
      event.preventDefault();
      options.at(next % options.length)?.focus();
    }
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const next = event.relatedTarget as Node | null;
    if (next !== null && next !== this.#button.value && !this.#panel.value?.contains(next)) {
      this.#panel.value?.hidePopover();
    }
  };

  readonly #place = (): void => {
    if (this.#button.value !== undefined && this.#panel.value !== undefined) {
      placePanel(this.#panel.value, this.#button.value);
    }
  };

  #opened(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    const change = open ? 'addEventListener' : 'removeEventListener';
    // It goes along: an open keyboard of a phone changes the size of the window.
    globalThis[change]('scroll', this.#place, { capture: true, passive: true });
    globalThis[change]('resize', this.#place);
    this.#host.requestUpdate();
  }
}
