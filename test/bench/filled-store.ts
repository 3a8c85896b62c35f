import { reports as table, type ReportName } from '../../src/reports/reports.js';
import type { StoreWithRows } from '../../src/reports/reporting-store.js';
import { runReport } from '../../src/reports/run-report.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import { FIRST, NOW } from './facts.js';
import type { BenchRecord } from './records.js';
import { knownZones } from './zones.js';

const PAGE = 10_000;
const names = Object.keys(table) as ReportName[];

/** All reports over two years of weeks, as result objects. */
export function answerAll(held: StoreWithRows, channels?: readonly string[]): ReportResult[] {
  const query = { from: FIRST, to: NOW, timeZone: knownZones.berlin, weekStart: 1, compare: false } as const;
  return names.map((name) => runReport(held, name, channels === undefined ? query : { ...query, channels }));
}

/**
 * Fills a store from records, page by page, and answers all reports.
 * @returns what that took, ms; to make the records is no part of it
 */
export function fill(held: StoreWithRows, rows: number, make: (number: number) => BenchRecord): number {
  let took = 0;
  const timed = (work: () => unknown): void => {
    const start = performance.now();
    work();
    took += performance.now() - start;
  };
  for (let first = 0; first < rows; first += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, rows - first) }, (_, n) => make(first + n));
    timed(() => held.upsert(page));
  }
  timed(() => answerAll(held));
  return took;
}
