import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { adapterOf } from '../../src/context/adapter-of.js';
import { attachContextRoot } from '../../src/context/context-root.js';
import { languageOf, viewerTimeZone, watchLanguage } from '../../src/context/page-language.js';
import {
  DEFAULT_HISTORY_WEEKS,
  performanceContext,
  wishOf,
  type PerformanceScope,
} from '../../src/context/performance-scope.js';
import { DefinitionError, type AdapterError } from '../../src/errors.js';
import type { FeedState } from '../../src/feed/feed-state.js';
import { feedOf } from '../../src/feed/feeds.js';
import { gapWorkOf } from '../../src/feed/gap-work.js';
import type { PerformanceFeed, Viewer } from '../../src/feed/performance-feed.js';
import { defaultFilters, type Filters } from '../../src/filters/filters.js';
import { weekStartOf } from '../../src/time/week-start.js';
import { restyle } from '../restyle.js';
import { warnOnce } from '../warn-once.js';
import { askedAdapter } from './asked-adapter.js';
import type { GapDestination } from './gap-request.js';
import { GapRequests } from './gap-requests.js';
import { PageTopic } from './open-topic.js';
import { PageFilters } from './page-filters.js';
import { readHistory, readNow, readTimeZone, readWeekStart } from './provider-attributes.js';

/** Detail of `performance-load`. */
export interface PerformanceLoadDetail {
  /** Conversations the page holds. */
  readonly conversations: number;
  /** The data is complete up to here, epoch ms. */
  readonly asOf: number;
}

/**
 * Gives everything inside it the same data, zone and weeks, and carries out what it asks to be written.
 *
 * @summary The data source of the elements inside it.
 * @tag agent-performance
 * @fires {CustomEvent<PerformanceLoadDetail>} performance-load - A load or refresh came to its end. Does not bubble.
 * @fires {CustomEvent<AdapterError>} performance-error - A load or refresh failed. Does not bubble.
 * @fires {CustomEvent<FiltersChangeDetail>} filters-change - Somebody asked for other filters, and has them. Does not bubble.
 * @fires {CustomEvent<GapOpenDetail | null>} topic-change - Another knowledge-gap topic is open, or none. Does not bubble.
 * @fires {CustomEvent<GapErrorDetail>} gap-error - A write was refused or failed; nothing was changed. Does not bubble.
 * @slot - The page's own content with the kit's elements in it.
 */
export class AgentPerformance extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** Where the data comes from; goes before `api`, `src` and `demo`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;
  /** Where a server answers the kit's REST contract: an http(s) address or one on the page's origin, without secrets. */
  @property() api: string | null = null;
  /** A file of records: NDJSON or a JSON array, plain or gzip. */
  @property() src: string | null = null;
  /** Shows a made-up help desk; a number chooses another one. */
  @property() demo: string | null = null;
  /** IANA zone that days and weeks are counted in; absent: the viewer's. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  /** Day of the week that weeks start on, in English; absent: as the language says. */
  @property({ attribute: 'week-start' }) weekStart: string | null = null;
  /** How far back the page loads: weeks such as `26w` (default), or `all`. */
  @property() history: string | null = null;
  /** Holds the clock at an instant, ISO 8601 with an offset or epoch ms; for tests and pictures. */
  @property() now: string | null = null;

  readonly #filters = new PageFilters(this);
  readonly #topic = new PageTopic(this);
  /** What was asked of the page last: whose gaps are written, and for whom. */
  #viewer: Viewer | null = null;
  readonly #provider = new ContextProvider(this, { context: performanceContext, initialValue: unwired });
  /** The adapter that `api`, `src` or `demo` asked for, and what they said then. */
  #asked: { readonly key: string; readonly adapter: PerformanceAdapter | null } | null = null;
  #feed: PerformanceFeed | null = null;
  #wish = '';
  #stopListening: (() => void) | null = null;
  #stopWatching = (): void => {};
  /** The failure and the load that were told last, so that none is told twice. */
  #told: { readonly feed: PerformanceFeed; readonly state: FeedState; load: PerformanceLoadDetail | null } | null =
    null;

  /**
   * What every report inside shows that has no filters of its own. Set it to filters, in part or whole, or to their text;
   * as an attribute it is the text to start with: `range=12w&grain=week&channels=chat,email`.
   */
  @property()
  get filters(): Filters {
    return this.#filters.value;
  }
  set filters(value: Partial<Filters> | string | null) {
    this.#filters.set(value);
  }

  /** Id of the knowledge-gap topic that is open; `topic-change` tells of another, for a host's address. */
  @property()
  get topic(): string | null {
    return this.#topic.value?.topicId ?? null;
  }
  set topic(value: string | null) {
    this.#topic.set(value);
  }

  constructor() {
    super();
    this.addController(new GapRequests(this, () => this.#gapDestination));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    attachContextRoot();
    this.#stopWatching = watchLanguage(this, () => this.requestUpdate());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    this.#listenTo(null, unwired);
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override willUpdate(): void {
    if (!this.isConnected) return;
    const complain = (message: string): void => warnOnce(this, message);
    const standingAt = readNow(this.now, complain);
    const adapter = adapterOf(this.adapter) ?? this.#askedAdapter(standingAt);
    const scope: PerformanceScope = {
      feed: adapter === null ? null : feedOf(adapter, standingAt),
      standingAt,
      timeZone: readTimeZone(this.timeZone, complain),
      weekStart: readWeekStart(this.weekStart, complain),
      historyWeeks: readHistory(this.history, complain),
      filters: this.filters,
      openTopic: this.#topic.value,
    };
    this.#provider.setValue(scope); // A new object each time: whoever consumes it looks again, at its language too.
    this.#listenTo(scope.feed, scope);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** What another page element loaded before is told as well; not sooner, or what a listener sets would be lost. */
  protected override updated(): void {
    if (this.#feed !== null) this.#tell(this.#feed);
  }

  /** The adapter of `api`, `src` or `demo`, the same one as long as they say the same. */
  #askedAdapter(standingAt: number | null): PerformanceAdapter | null {
    const asked = { api: this.api, src: this.src, demo: this.demo, standingAt };
    const key = JSON.stringify(asked);
    if (this.#asked?.key !== key) this.#asked = { key, adapter: askedAdapter(asked) };
    return this.#asked.adapter;
  }

  get #gapDestination(): GapDestination | null {
    if (this.#feed === null || this.#viewer === null) return null;
    return { work: gapWorkOf(this.#feed.adapter), viewer: this.#viewer };
  }

  #listenTo(feed: PerformanceFeed | null, scope: PerformanceScope): void {
    const locale = languageOf(this);
    const calendar = {
      timeZone: scope.timeZone ?? viewerTimeZone(),
      weekStart: scope.weekStart ?? weekStartOf(locale),
    };
    const wish = JSON.stringify([scope.historyWeeks, locale, calendar]);
    if (feed === this.#feed && wish === this.#wish) return;
    this.#stopListening?.();
    this.#feed = feed;
    this.#wish = wish;
    const viewer = { locale, timeZone: calendar.timeZone };
    this.#viewer = viewer;
    if (feed === null) {
      this.#stopListening = null;
      return;
    }
    this.#stopListening = feed.listen(() => this.#tell(feed), wishOf(scope, feed, calendar, viewer));
  }

  /** Tells the host of a load that ended, or failed. */
  #tell(feed: PerformanceFeed): void {
    const { state, store } = feed;
    const told = this.#told?.feed === feed ? this.#told : null;
    this.#told = { feed, state, load: told?.load ?? null };
    // An absent function is an absent capability and no failure.
    if (state.error !== null && state.error !== told?.state.error && state.error.code !== 'unsupported') {
      // The page's own mistake, such as an `api` with a query: its viewer can do nothing about it, its author can.
      if (state.error.cause instanceof DefinitionError) warnOnce(this, state.error.cause.message);
      this.dispatchEvent(new CustomEvent<AdapterError>('performance-error', { detail: state.error }));
    }
    if (state.phase !== 'ready' || state.error !== null) return;
    const detail: PerformanceLoadDetail = { conversations: store.size, asOf: state.asOf! };
    // Older conversations leave the time as it is, and are told once all of them have come.
    const isOlder = told?.load?.conversations !== store.size && feed.reach(-Infinity) === 'there';
    if (told?.load?.asOf === state.asOf && !isOlder) return;
    this.#told.load = detail;
    this.dispatchEvent(new CustomEvent('performance-load', { detail }));
  }
}

const unwired: PerformanceScope = {
  feed: null,
  standingAt: null,
  timeZone: null,
  weekStart: null,
  historyWeeks: DEFAULT_HISTORY_WEEKS,
  filters: defaultFilters,
  openTopic: null,
};

declare global {
  interface HTMLElementEventMap {
    'performance-load': CustomEvent<PerformanceLoadDetail>;
    'performance-error': CustomEvent<AdapterError>;
  }
  interface HTMLElementTagNameMap {
    'agent-performance': AgentPerformance;
  }
}
