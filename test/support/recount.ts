import type { ConversationRecord } from '../../src/conversation/record.js';
import { localize } from '../../src/localize/localize.js';
import type { Unit } from '../../src/metrics/figures.js';
import type { ReportName } from '../../src/reports/reports.js';
import type { Grain, Weekday } from '../../src/time/civil.js';
import { naiveCard, naiveImpact, type NaiveCard, type NaiveValue } from './naive-cards.js';
import { naiveBuckets, naiveTotals } from './naive-report.js';

const DAY_MS = 86_400_000;

/** What the reports are asked for. Instants are epoch ms. */
export interface Asked {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly timeZone: string;
  readonly weekStart: Weekday;
  readonly grain: Grain;
}

/** What every card must show, from the records alone. */
export function recount(records: readonly ConversationRecord[], asked: Asked): (report: ReportName) => NaiveCard {
  const { from, to, now } = asked;
  const totals = naiveBuckets(from, to, asked).map(({ start, end }) =>
    naiveTotals(records, { from: Math.max(start, from), to: Math.min(end, to), now }),
  );
  const whole = naiveTotals(records, { from, to, now });
  const week = naiveBuckets(now, now + 1, { ...asked, grain: 'week' })[0]!.start;
  // No clock changes within these weeks, so that the same time last week is seven days of 24 hours ago.
  const before = naiveBuckets(week - DAY_MS, week, { ...asked, grain: 'week' })[0]!.start;
  const then = now - 7 * DAY_MS;
  const impact = naiveImpact(
    naiveTotals(records, { from: week, to: now + 1, now }),
    naiveTotals(records, { from: before, to: then + 1, now: then }),
  );
  return (report) => (report === 'impact-this-week' ? impact : naiveCard(report, totals, whole));
}

/** The numbers of the rows of a parsed CSV; the first field names the row, whatever it holds. */
export function numbersIn(csv: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const start = csv.findIndex((fields) => fields.every((field) => field === '')) + 2;
  return csv
    .slice(start)
    .map(([, ...fields]) => fields.filter((field) => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(field)).map(Number));
}

const { format } = localize('en', 'UTC');

/** How a card writes a value, in English. */
export function writing(unit: Unit, value: NaiveValue): string {
  if (unit === 'ratio') return format.ratio(value);
  return unit === 'milliseconds' ? format.duration(value) : format.count(value);
}

/** Whether a text holds a value, however it is measured, and not as a part of another number. */
export function says(text: string, value: NaiveValue): boolean {
  const written = (['ratio', 'milliseconds', 'conversations'] as const).map((unit) => writing(unit, value));
  const plain = (words: string): string => words.replaceAll(/\s+/g, ' ');
  return [...written, format.ratioSpoken(value)].some((one) =>
    ` ${plain(text)} `.split(plain(one)).some((part, index, parts) => isApart(part, parts[index + 1])),
  );
}

function isApart(before: string, after: string | undefined): boolean {
  return after !== undefined && !/[\d.,]$/.test(before) && !/^[.,]?\d/.test(after);
}
