import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';

/** One entry of a card's menu. */
export interface MenuItem {
  readonly label: string;
  /** Short text at the end of the entry, for example a version. */
  readonly hint?: string;
  /** A rule above it. */
  readonly separated?: boolean;
  /** Why it cannot be chosen now, in a few words; it can be reached all the same, or the focus on it would be lost. */
  readonly offBecause?: string;
  /** Absent: it only tells something. */
  readonly select?: () => void;
}

/** What a menu shows. */
export interface MenuOptions {
  /** Accessible name of the button: "Menu for Resolution rate". */
  readonly label: string;
  /** What the entries tell that is to be known before one opens them: marks the button. */
  readonly notice?: string;
  /** Without entries there is no button. */
  readonly items: readonly MenuItem[];
}

const GAP = 4;
const EDGE = 8;
const WIDTH = 248;
const ITEM_HEIGHT = 36;
let menus = 0;

/**
 * The menu button of a card and its popover. Opens by click, Enter, Space and the arrow keys; arrows, Home and End move
 * inside; Escape, Tab, a click elsewhere and scrolling close it; the focus goes back to the button.
 */
export class CardMenu implements ReactiveController {
  #open = false;
  readonly #host: ReactiveControllerHost;
  readonly #id = `card-menu-${(menus += 1)}`;
  readonly #button = createRef<HTMLButtonElement>();
  readonly #popover = createRef<HTMLElement>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // The browser hides a popover that leaves the page, but its event comes too late to be heard.
    this.#opened(false);
  }

  render({ label, notice, items }: MenuOptions): TemplateResult | typeof nothing {
    if (items.length === 0) {
      this.#opened(false); // A popover that is taken away closes without a word.
      return nothing;
    }
    return html`
      <button
        class="menu-button ${notice === undefined ? '' : 'marked'}"
        part="menu"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.#open}
        aria-label=${label}
        title=${notice ?? nothing}
        popovertarget=${this.#id}
        @keydown=${this.#onButtonKey}
        ${ref(this.#button)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </button>
      <div
        class="menu"
        part="menu-list"
        id=${this.#id}
        popover="auto"
        role="menu"
        aria-label=${label}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onMenuKey}
        ${ref(this.#popover)}
      >
        ${items.map((item) => this.#renderItem(item))}
      </div>
    `;
  }

  #renderItem(item: MenuItem): TemplateResult {
    const hint = item.offBecause ?? item.hint;
    const isOff = item.offBecause !== undefined || item.select === undefined;
    const select = (): void => {
      if (isOff) return;
      this.#popover.value?.hidePopover();
      this.#button.value?.focus();
      item.select?.();
    };
    return html`
      ${item.separated ? html`<div class="separator" role="separator"></div>` : nothing}
      <button
        class="menu-item"
        part="menu-item"
        type="button"
        role="menuitem"
        tabindex="-1"
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${select}
      >
        <span>${item.label}</span>${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
      </button>
    `;
  }

  #items(): readonly HTMLElement[] {
    return [...(this.#popover.value?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') this.#place();
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    const open = event.newState === 'open';
    this.#opened(open);
    const active = (this.#popover.value?.getRootNode() as ShadowRoot | undefined)?.activeElement;
    if (open && !this.#items().includes(active as HTMLElement)) this.#items()[0]?.focus();
  };

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#popover.value?.togglePopover(true);
    this.#items()
      .at(event.key === 'ArrowDown' ? 0 : -1)
      ?.focus();
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const items = this.#items();
    const current = items.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      items.at(next % items.length)?.focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      if (event.key === 'Escape') event.preventDefault();
      this.#popover.value?.hidePopover();
      this.#button.value?.focus();
    }
  };

  readonly #onScroll = (event: Event): void => {
    if (event.target !== this.#popover.value) this.#popover.value?.hidePopover();
  };

  #opened(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    const change = open ? 'addEventListener' : 'removeEventListener';
    globalThis[change]('scroll', this.#onScroll, { capture: true });
    globalThis[change]('resize', this.#onScroll);
    this.#host.requestUpdate();
  }

  /** Under the button and flush with its end, above it where there is no room. Known before the popover has a size. */
  #place(): void {
    const button = this.#button.value;
    const popover = this.#popover.value;
    if (button === undefined || popover === undefined) return;
    const box = button.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const isRightToLeft = getComputedStyle(button).direction === 'rtl';
    const room = Math.max(EDGE, clientWidth - WIDTH - EDGE);
    const end = Math.min(room, Math.max(EDGE, isRightToLeft ? box.left : clientWidth - box.right));
    const height = this.#items().length * ITEM_HEIGHT + 2 * EDGE;
    const above = box.bottom + GAP + height > clientHeight && box.top > clientHeight - box.bottom;
    popover.style.insetInlineEnd = `${end}px`;
    popover.style.insetBlockStart = above ? 'auto' : `${box.bottom + GAP}px`;
    popover.style.insetBlockEnd = above ? `${clientHeight - box.top + GAP}px` : 'auto';
  }
}
