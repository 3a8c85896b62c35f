import type { Format } from './format.js';
import type { BucketState, Grain } from './messages.js';
import { pluralOf } from './plural.js';

/** What a bucket of time is called in English. */
export function timeInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, dayLong } = format;
  const states: Readonly<Record<BucketState, string>> = {
    complete: 'Complete',
    settling: 'Settling',
    open: 'Still running',
  };
  return {
    state: (state: BucketState): string => states[state],
    current: { day: 'today', week: 'this week', month: 'this month' } satisfies Record<Grain, string>,
    earlier: { day: 'earlier days', week: 'earlier weeks', month: 'earlier months' } satisfies Record<Grain, string>,
    /** "12 weeks". */
    buckets: (grain: Grain, amount: number): string =>
      plural(amount, {
        one: { day: 'one day', week: 'one week', month: 'one month' }[grain],
        other: { day: `${count(amount)} days`, week: `${count(amount)} weeks`, month: `${count(amount)} months` }[
          grain
        ],
      }),
    /** "Week of 2 March". */
    title: (grain: Grain, start: number, reference?: number): string =>
      ({
        day: format.weekdayDay(start, reference),
        week: `Week of ${dayLong(start, reference)}`,
        month: format.month(start),
      })[grain],
    /** "in the week of 2 March". */
    inside: (grain: Grain, start: number, reference?: number): string =>
      ({
        day: `on ${format.weekdayDay(start, reference)}`,
        week: `in the week of ${dayLong(start, reference)}`,
        month: `in ${format.month(start)}`,
      })[grain],
  };
}
