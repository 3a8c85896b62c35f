import type { PerformanceFeed } from '../../src/feed/performance-feed.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import { reportSteps, runReport, type ReportQuery } from '../../src/reports/run-report.js';

/** What a result was made from. */
interface Asked {
  readonly feed: PerformanceFeed;
  readonly row: ReportDefinition;
  readonly key: string;
  readonly revision: number;
}

/** The latest result of a report: asked for again only where anything it is made from has changed. */
export class AskedReport {
  #last: (Asked & { readonly result: ReportResult }) | null = null;

  /** The same result for the same question to the same data. */
  result(feed: PerformanceFeed, row: ReportDefinition, query: ReportQuery): ReportResult {
    const asked = askedOf(feed, row, query);
    if (!this.#knows(asked)) this.#last = { ...asked, result: runReport(feed.store, row, query) };
    return this.#last!.result;
  }

  /** Works a result out before it is asked for, in steps. */
  *ahead(feed: PerformanceFeed, row: ReportDefinition, query: ReportQuery): Generator<void, void> {
    const asked = askedOf(feed, row, query);
    if (this.#knows(asked)) return;
    const result = yield* reportSteps(feed.store, row, query);
    if (feed.store.revision === asked.revision) this.#last = { ...asked, result };
  }

  #knows({ feed, row, key, revision }: Asked): boolean {
    const last = this.#last;
    return last?.feed === feed && last.row === row && last.key === key && last.revision === revision;
  }
}

function askedOf(feed: PerformanceFeed, row: ReportDefinition, query: ReportQuery): Asked {
  return { feed, row, key: JSON.stringify(query), revision: feed.store.revision };
}
