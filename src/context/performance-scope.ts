import { createContext } from '@lit/context';
import type { PerformanceFeed, Viewer } from '../feed/performance-feed.js';
import type { Wish } from '../feed/wish.js';
import type { Filters } from '../filters/filters.js';
import type { GapStatus } from '../gaps/gap-records.js';
import type { Weekday } from '../time/civil.js';
import { weeksBack, type Calendar } from '../time/range.js';

/** What everything under one `<agent-performance>` shares. A new object whenever something of it changes. */
export interface PerformanceScope {
  /** null while the provider has no data source. */
  readonly feed: PerformanceFeed | null;
  /** Where the page's clock stands still, epoch ms; null: it does not. */
  readonly standingAt: number | null;
  /** IANA name; null: the viewer's own, and the cards say which. */
  readonly timeZone: string | null;
  /** null: as the locale says. */
  readonly weekStart: Weekday | null;
  /** How many weeks the page loads, the current one included; null: all there are. */
  readonly historyWeeks: number | null;
  /** What every report shows that has no filters of its own. */
  readonly filters: Filters;
  /** The knowledge-gap topic that is open; null: none. */
  readonly openTopic: OpenTopic | null;
}

/** A topic somebody looks into. */
export interface OpenTopic {
  readonly topicId: string;
  /** What visitors asked about: untrusted text. null: known by its id alone, as from an address. */
  readonly title: string | null;
  /** Which of its questions are looked at. */
  readonly status: GapStatus;
}

/** How far back a page loads where nothing says otherwise. */
export const DEFAULT_HISTORY_WEEKS = 26;

/** The number tells the shape of the value: two versions of the kit on one page that differ in it do not meet. */
export const performanceContext = createContext<PerformanceScope>(Symbol.for('deskglass.performance/3'));

/** What a page that loads so many weeks wants of a feed. */
export function wishOf(
  scope: Pick<PerformanceScope, 'historyWeeks'>,
  feed: PerformanceFeed,
  calendar: Calendar,
  viewer: Viewer,
): Wish {
  const weeks = scope.historyWeeks;
  return { since: weeks === null ? -Infinity : weeksBack(feed.clock.now(), weeks, calendar).from, viewer };
}
