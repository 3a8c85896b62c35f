import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import type { PerformanceFeed } from '../../src/feed/performance-feed.js';
import type { Filters } from '../../src/filters/filters.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { ReportQuery } from '../../src/reports/run-report.js';
import { warnOnce } from '../warn-once.js';
import { filtersOf, queryOf, weeksFor } from './report-filters.js';

/** An element that shows what its own attributes say, else the page's filters. */
export abstract class FilteredElement extends LitElement {
  /** Where this element's data comes from; goes before `<agent-performance>` and `configure()`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;
  /**
   * Which time, before the page's filters: `this-week`, weeks such as `12w`, `this-quarter`, `last-quarter`, or days such as
   * `2026-01-05..2026-03-01`.
   */
  @property() range: string | null = null;
  /** First civil day, such as `2026-01-05`; goes before `range`. */
  @property() from: string | null = null;
  /** Last civil day, included; absent: the current one. */
  @property() to: string | null = null;
  /** What time is cut into, before the page's filters: `day`, `week` or `month`. */
  @property() grain: string | null = null;
  /** Channels that are counted, before the page's filters, such as `chat,email`. */
  @property() channels: string | null = null;
  /** Compares the figure over the picture with the range before, as long as the one shown and as it stood then. */
  @property({ type: Boolean }) compare = false;
  /** Takes nothing from the page's filters. */
  @property({ type: Boolean, attribute: 'no-filters' }) noFilters = false;

  /** What the report counts: its row in `reports.ts`. */
  protected abstract readonly row: ReportDefinition;

  protected readonly source = new PerformanceSource(this, {
    weeks: (now) => this.weeksShown(now),
    showsProgress: () => this.showsProgress,
    ahead: (feed) => this.ahead(feed),
  });

  /** Whether it shows how far a load is. */
  protected get showsProgress(): boolean {
    return true;
  }

  /** What it will work out once the data of a feed has come, in steps. */
  protected abstract ahead(feed: PerformanceFeed): Iterable<void>;

  /** What the report is asked for at a clock, epoch ms. */
  protected query(now: number): ReportQuery {
    const { timeZone, weekStart, feed } = this.source;
    const calendar = { timeZone, weekStart };
    const history = feed?.adapter.history ?? 'events';
    const asked = queryOf(this.row, this.#filters(now), now, calendar, history);
    return { ...asked, ...(this.compare ? { previous: history === 'events' } : {}), ...calendar };
  }

  /** Weeks that must be loaded for it at a clock, epoch ms, the current one included, however few the page loads. */
  protected weeksShown(now: number): number {
    const { timeZone, weekStart } = this.source;
    const weeks = weeksFor(this.row, this.#filters(now), now, { timeZone, weekStart });
    return this.compare ? 2 * weeks : weeks;
  }

  #filters(now: number): Filters {
    const { filters, timeZone, weekStart } = this.source;
    return filtersOf(this, filters, now, { timeZone, weekStart }, (problem) => warnOnce(this, problem));
  }
}
