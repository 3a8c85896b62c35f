import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { filtersWith } from '../../src/filters/check-filters.js';
import { defaultFilters, sameFilters, type Filters } from '../../src/filters/filters.js';
import { parseFilters, printFilters } from '../../src/filters/filters-text.js';
import { warnOnce } from '../warn-once.js';

/** Detail of `filters-request`: what shall change; what is not said stays. */
export type FiltersRequestDetail = Partial<Filters>;

/** Detail of `filters-change`. */
export interface FiltersChangeDetail {
  readonly filters: Filters;
  /** The same as part of an address, which the `filters` attribute reads: `range=12w&grain=week&channels=chat,email`. */
  readonly text: string;
}

/**
 * The filters of a page. Whoever wants others asks by `filters-request`; unless somebody on its way prevents that, they are
 * changed and `filters-change` tells of it.
 */
export class PageFilters implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #filters = defaultFilters;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Filters {
    return this.#filters;
  }

  /** Takes what a page sets, which can be anything: filters, their text, or nothing for the default. Fires nothing. */
  set(value: unknown): void {
    if (typeof value === 'string') {
      const { filters, problems } = parseFilters(value);
      for (const problem of problems) this.#complain(problem);
      this.#filters = filters;
    } else {
      const change = value == null || value === false ? {} : value;
      this.#filters = filtersWith(defaultFilters, change, (problem) => this.#complain(problem));
    }
  }

  hostConnected(): void {
    this.#host.addEventListener('filters-request', this.#onRequest);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('filters-request', this.#onRequest);
  }

  readonly #onRequest = (event: CustomEvent<unknown>): void => {
    const tag = this.#host.localName;
    const nearest = event.composedPath().find((target) => target instanceof Element && target.localName === tag);
    if (nearest !== this.#host) return; // It asks a page inside this one.
    // Listeners farther out have their say first.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#change(event.detail);
    });
  };

  #change(change: unknown): void {
    const filters = filtersWith(this.#filters, change, (problem) => this.#complain(problem));
    if (sameFilters(filters, this.#filters)) return;
    this.#filters = filters;
    this.#host.requestUpdate();
    const detail: FiltersChangeDetail = { filters, text: printFilters(filters) };
    this.#host.dispatchEvent(new CustomEvent('filters-change', { detail }));
  }

  #complain(problem: string): void {
    warnOnce(this.#host, problem);
  }
}

declare global {
  interface HTMLElementEventMap {
    'filters-request': CustomEvent<FiltersRequestDetail>;
    'filters-change': CustomEvent<FiltersChangeDetail>;
  }
}
