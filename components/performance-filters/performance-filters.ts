import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import type { FeedState } from '../../src/feed/feed-state.js';
import { defaultFilters, type Filters } from '../../src/filters/filters.js';
import { grainIn, grainsOf, windowOf } from '../../src/filters/window-of.js';
import { localize, type Localization } from '../../src/localize/localize.js';
import type { Range } from '../../src/time/range.js';
import type { FiltersRequestDetail } from '../agent-performance/page-filters.js';
import { Announcer } from '../card/announcer.js';
import { renderText } from '../figure/render-text.js';
import { restyle } from '../restyle.js';
import { channelsText, renderChannelPanel } from './channel-panel.js';
import { dataStatus, renderDataStatus } from './data-status.js';
import { FilterMenu } from './filter-menu.js';
import { filtersStyles } from './filters.styles.js';
import { renderGrainControl } from './grain-control.js';
import { panelStyles } from './panel.styles.js';
import { daysText, rangeTitle, renderRangePanel } from './range-panel.js';

/**
 * Chooses what the reports of a page show: range, channels, and days, weeks or months. Says the zone, and up to when the data
 * goes. Asks the `<agent-performance>` around it, which holds the filters.
 *
 * @summary Range, channels and grain of the reports around it.
 * @tag performance-filters
 * @fires {CustomEvent<FiltersRequestDetail>} filters-request - Asks for other filters: what shall change. Bubbles through shadow roots; prevent its default to refuse.
 * @csspart filters - The line of controls.
 * @csspart control - A button that opens a panel.
 * @csspart panel - What it opens.
 * @csspart segments - Day, week, month.
 * @csspart as-of - Up to when the data goes.
 * @csspart button - Any other button.
 */
export class PerformanceFilters extends LitElement {
  static override readonly styles = [filtersStyles, panelStyles];

  /** Whose channels are offered and whose data is refreshed; goes before that of `<agent-performance>`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;

  @state() private problem: string | null = null;

  readonly #source = new PerformanceSource(this, { weeks: () => 0 });
  readonly #ranges = new FilterMenu(this);
  readonly #channels = new FilterMenu(this);
  readonly #announcer = new Announcer(this);
  /** How the feed was when a refresh was asked for; null: none was, or its end was told. */
  #refreshed: FeedState | null = null;

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override willUpdate(): void {
    this.#tellRefresh();
  }

  protected override render(): TemplateResult {
    const localization = localize(this.#source.locale, this.#source.timeZone);
    const { locale, direction, messages } = localization;
    const isAlone = this.#source.filters === null && !this.#source.isUpgrading;
    return html`<div class="frame" lang=${locale} dir=${direction}>
      <div class="filters" part="filters" role="group" aria-label=${messages.filters.label}>
        ${isAlone ? html`<p>${renderText(messages.filters.notWired)}</p>` : this.#renderControls(localization)}
      </div>
      ${this.#announcer.render()}
    </div>`;
  }

  #renderControls(localization: Localization): TemplateResult {
    const { filters: words } = localization.messages;
    const filters = this.#source.filters ?? defaultFilters;
    const window = this.#windowOf(filters);
    const grain = renderGrainControl({
      grain: window === null ? filters.grain : grainIn(filters, window),
      possible: window === null ? ['day', 'week', 'month'] : grainsOf(window),
      words,
      choose: (chosen) => this.#ask({ grain: chosen }),
    });
    const refresh = (): void => {
      this.#refreshed = this.#source.state;
      this.#source.feed?.refresh();
    };
    const status = dataStatus(this.#source.feed, window?.from ?? null, localization, refresh);
    return html`${this.#renderRange(filters, localization)} ${this.#renderChannels(filters, localization)} ${grain}
      <p class="zone"><span class="label">${words.zone}</span> <bdi>${this.#source.timeZone}</bdi></p>
      ${this.#source.filters === null ? nothing : renderDataStatus(status, localization)}`;
  }

  #renderRange({ range }: Filters, localization: Localization): TemplateResult {
    const { filters: words } = localization.messages;
    const { feed, timeZone, weekStart } = this.#source;
    const options = {
      range,
      now: feed?.store.now ?? null,
      today: feed?.clock.now() ?? 0,
      calendar: { timeZone, weekStart },
      localization,
      problem: this.problem,
      choose: (chosen: string) => {
        this.problem = null;
        this.#ranges.close();
        this.#ask({ range: chosen });
      },
      refuse: (problem: string) => (this.problem = problem),
    };
    const title = rangeTitle(range, words);
    const days = daysText(options);
    const value = html`<span class="stack">
      <span class="room" aria-hidden="true"
        >${words.weeks(26)} <span class="days-shown">${words.days(...SAMPLE)}</span></span
      >
      <span class="value">
        ${title ?? (days === '' ? words.ownDays : days)}
        ${title === undefined ? nothing : html`<bdi class="days-shown">${days}</bdi>`}
      </span>
    </span>`;
    return this.#ranges.render({ label: words.range, value, panel: () => renderRangePanel(options) });
  }

  #renderChannels({ channels }: Filters, { messages }: Localization): TemplateResult {
    const { filters: words } = messages;
    const options = {
      known: this.#channelsKnown(),
      chosen: channels,
      words,
      choose: (chosen: readonly string[] | null) => {
        this.#ask({ channels: chosen });
        this.requestUpdate(); // Where the request is refused, the box must not stay as it was clicked.
      },
    };
    const value = html`<bdi class="value">${channelsText(options)}</bdi>`;
    return this.#channels.render({ label: words.channels, value, panel: () => renderChannelPanel(options) });
  }

  /** Those that have come. While a first load runs nothing is asked: the store would put each bit of it in order for that. */
  #channelsKnown(): readonly string[] {
    const { feed, state } = this.#source;
    return feed === null || state.phase === 'loading' ? [] : feed.store.channels();
  }

  #windowOf(filters: Filters): Range | null {
    const { feed, timeZone, weekStart } = this.#source;
    return feed === null ? null : windowOf(filters, feed.store.now, { timeZone, weekStart });
  }

  #ask(detail: FiltersRequestDetail): void {
    const options = { detail, bubbles: true, composed: true, cancelable: true };
    this.dispatchEvent(new CustomEvent('filters-request', options));
  }

  /** Says what came of a refresh, once it has come to its end. */
  #tellRefresh(): void {
    const { feed, state } = this.#source;
    if (this.#refreshed === null || feed === null || state === this.#refreshed || state.asOf === null) return;
    this.#refreshed = null;
    const { filters: words, card } = localize(this.#source.locale, this.#source.timeZone).messages;
    this.#announcer.say(state.error === null ? card.asOf(state.asOf, feed.clock.now()) : words.stale);
  }
}

/** Days as wide as most: they hold the room of those to come. */
const SAMPLE = [Date.UTC(2025, 8, 28, 12), Date.UTC(2026, 11, 28, 12), Date.UTC(2026, 11, 28)] as const;

declare global {
  interface HTMLElementTagNameMap {
    'performance-filters': PerformanceFilters;
  }
}
