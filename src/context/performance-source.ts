import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PerformanceAdapter } from '../adapters/adapter.js';
import { idleState, type FeedState } from '../feed/feed-state.js';
import { feedOf } from '../feed/feeds.js';
import type { PerformanceFeed } from '../feed/performance-feed.js';
import type { Filters } from '../filters/filters.js';
import type { Weekday } from '../time/civil.js';
import { weekStartOf } from '../time/week-start.js';
import { configuredAdapter, onConfigure } from './configure.js';
import { adapterOf } from './adapter-of.js';
import { attachContextRoot } from './context-root.js';
import { closestAcross, languageOf, viewerTimeZone, watchLanguage } from './page-language.js';
import {
  DEFAULT_HISTORY_WEEKS,
  performanceContext,
  wishOf,
  type OpenTopic,
  type PerformanceScope,
} from './performance-scope.js';

/** An element that shows data. */
export interface PerformanceHost extends ReactiveControllerHost, HTMLElement {
  /** Goes before every other source of data. */
  adapter: PerformanceAdapter | null;
}

/**
 * Where an element's data comes from: its own `.adapter`, else the nearest `<agent-performance>`, else `configure()`.
 * Follows when one of them comes, goes or changes, and asks the element to update.
 */
export class PerformanceSource implements ReactiveController {
  readonly #host: PerformanceHost;
  readonly #weeks: ((now: number) => number) | null;
  readonly #showsProgress: () => boolean;
  readonly #ahead: ((feed: PerformanceFeed) => Iterable<void>) | null;
  readonly #scope: ContextConsumer<typeof performanceContext, PerformanceHost>;
  #feed: PerformanceFeed | null = null;
  #wish = '';
  #stopListening: (() => void) | null = null;
  readonly #stops: (() => void)[] = [];

  /**
   * @param options.weeks how many weeks the element shows at least at this clock; null for elements that show no conversations and ask for none
   * @param options.showsProgress whether it wants to be told how far a load is; absent: it does
   * @param options.ahead what it will work out once the data has come, in steps; absent: nothing that takes time
   */
  constructor(
    host: PerformanceHost,
    options: {
      readonly weeks: ((now: number) => number) | null;
      readonly showsProgress?: () => boolean;
      readonly ahead?: (feed: PerformanceFeed) => Iterable<void>;
    },
  ) {
    this.#host = host;
    this.#weeks = options.weeks;
    this.#showsProgress = options.showsProgress ?? (() => true);
    this.#ahead = options.ahead ?? null;
    // Before the consumer, whose request is lost where nobody keeps it yet.
    host.addController(this);
    const callback = (): void => host.requestUpdate();
    this.#scope = new ContextConsumer(host, { context: performanceContext, subscribe: true, callback });
  }

  /** null: nowhere yet; the element says how it gets one. */
  get feed(): PerformanceFeed | null {
    return this.#feed;
  }

  /** The element stands in a provider whose code has not come yet. */
  get isUpgrading(): boolean {
    return closestAcross(this.#host, 'agent-performance:not(:defined)') !== null;
  }

  get state(): FeedState {
    return this.#feed?.state ?? idleState;
  }

  /** BCP 47. */
  get locale(): string {
    return languageOf(this.#host);
  }

  /** IANA name. */
  get timeZone(): string {
    return this.#scope.value?.timeZone ?? viewerTimeZone();
  }

  /** Nobody named a zone, so that the cards must. */
  get isViewersZone(): boolean {
    return this.#scope.value?.timeZone == null;
  }

  get weekStart(): Weekday {
    return this.#scope.value?.weekStart ?? weekStartOf(this.locale);
  }

  /** What the page around the element shows; null where it stands in no provider. */
  get filters(): Filters | null {
    return this.#scope.value?.filters ?? null;
  }

  /** The knowledge-gap topic that is open on the page around the element; null: none. */
  get openTopic(): OpenTopic | null {
    return this.#scope.value?.openTopic ?? null;
  }

  /** Where the open topic is kept: whoever shows one and whoever lists them belong together under it. */
  get topicKeeper(): object {
    const { ownerDocument } = this.#host;
    return (
      closestAcross(this.#host, 'agent-performance') ?? closestAcross(this.#host, 'performance-tab') ?? ownerDocument
    );
  }

  hostConnected(): void {
    attachContextRoot();
    const update = (): void => this.#host.requestUpdate();
    this.#stops.push(onConfigure(update), watchLanguage(this.#host, update));
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#listenTo(null);
    // The consumer keeps what the last provider said; an element moved out of it must not.
    (this.#scope as { value?: PerformanceScope | undefined }).value = undefined;
  }

  hostUpdate(): void {
    if (this.#host.isConnected) this.#listenTo(this.#findFeed());
  }

  #findFeed(): PerformanceFeed | null {
    const scope = this.#scope.value;
    const standingAt = scope?.standingAt ?? null;
    const own = adapterOf(this.#host.adapter);
    if (own !== null) return feedOf(own, standingAt);
    if (scope?.feed != null) return scope.feed;
    const adapter = adapterOf(configuredAdapter());
    return adapter === null ? null : feedOf(adapter, standingAt);
  }

  #listenTo(feed: PerformanceFeed | null): void {
    const { locale, timeZone, weekStart } = this;
    const pageWeeks = this.#scope.value === undefined ? DEFAULT_HISTORY_WEEKS : this.#scope.value.historyWeeks;
    const weeks = feed === null ? 0 : (this.#weeks?.(feed.clock.now()) ?? 0);
    const historyWeeks = pageWeeks === null ? null : Math.max(pageWeeks, weeks);
    const wish = JSON.stringify([historyWeeks, locale, timeZone, weekStart]);
    if (feed === this.#feed && wish === this.#wish) return;
    this.#stopListening?.();
    this.#feed = feed;
    this.#wish = wish;
    if (feed === null || this.#weeks === null) {
      this.#stopListening = null;
      return;
    }
    const wanted = wishOf({ historyWeeks }, feed, { timeZone, weekStart }, { locale, timeZone });
    const ahead = this.#ahead;
    let { phase } = feed.state;
    const hear = (): void => {
      const isProgress = phase === 'loading' && feed.state.phase === 'loading';
      phase = feed.state.phase;
      if (!isProgress || this.#showsProgress()) this.#host.requestUpdate();
    };
    this.#stopListening = feed.listen(hear, ahead === null ? wanted : { ...wanted, ahead: () => ahead(feed) });
  }
}
