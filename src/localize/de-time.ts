import type { Format } from './format.js';
import type { BucketState, Grain } from './messages.js';
import { pluralOf } from './plural.js';

/** What a bucket of time is called in German. */
export function timeInGerman(format: Format) {
  const plural = pluralOf('de');
  const { count, dayLong } = format;
  const states: Readonly<Record<BucketState, string>> = {
    complete: 'Vollständig',
    settling: 'Reift noch',
    open: 'Läuft noch',
  };
  const inside: Readonly<Record<BucketState, string>> = {
    complete: 'vollständig',
    settling: 'reift noch',
    open: 'läuft noch',
  };
  return {
    state: (state: BucketState): string => states[state],
    stateInside: (state: BucketState): string => inside[state],
    current: { day: 'heute', week: 'diese Woche', month: 'dieser Monat' } satisfies Record<Grain, string>,
    ofCurrent: { day: 'von heute', week: 'dieser Woche', month: 'dieses Monats' } satisfies Record<Grain, string>,
    ofEarlier: { day: 'früherer Tage', week: 'früherer Wochen', month: 'früherer Monate' } satisfies Record<
      Grain,
      string
    >,
    /** „12 Wochen“. */
    buckets: (grain: Grain, amount: number): string =>
      plural(amount, {
        one: { day: 'ein Tag', week: 'eine Woche', month: 'ein Monat' }[grain],
        other: { day: `${count(amount)} Tage`, week: `${count(amount)} Wochen`, month: `${count(amount)} Monate` }[
          grain
        ],
      }),
    /** „in 12 Wochen“. */
    inBuckets: (grain: Grain, amount: number): string =>
      plural(amount, {
        one: { day: 'an einem Tag', week: 'in einer Woche', month: 'in einem Monat' }[grain],
        other: {
          day: `in ${count(amount)} Tagen`,
          week: `in ${count(amount)} Wochen`,
          month: `in ${count(amount)} Monaten`,
        }[grain],
      }),
    /** „Woche ab 2. März“. */
    title: (grain: Grain, start: number, reference?: number): string =>
      ({
        day: format.weekdayDay(start, reference),
        week: `Woche ab ${dayLong(start, reference)}`,
        month: format.month(start),
      })[grain],
    /** „in der Woche ab 2. März“. */
    inside: (grain: Grain, start: number, reference?: number): string =>
      ({
        day: `am ${format.weekdayDay(start, reference)}`,
        week: `in der Woche ab ${dayLong(start, reference)}`,
        month: `im ${format.month(start)}`,
      })[grain],
  };
}
