import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import type { BucketState, Grain } from './messages.js';

/** What a bucket of time is called in Arabic. */
export function timeInArabic(format: Format) {
  const counted = countedInArabic(format);
  const { dayLong } = format;
  const states: Readonly<Record<BucketState, string>> = {
    complete: 'مكتمل',
    settling: 'قيد الحسم',
    open: 'لم ينتهِ بعد',
  };
  return {
    state: (state: BucketState): string => states[state],
    current: { day: 'اليوم', week: 'هذا الأسبوع', month: 'هذا الشهر' } satisfies Record<Grain, string>,
    earlier: { day: 'أيام سابقة', week: 'أسابيع سابقة', month: 'أشهر سابقة' } satisfies Record<Grain, string>,
    /** «١٢ أسبوعًا». */
    buckets: (grain: Grain, amount: number): string => counted(amount, grain),
    /** «على مدى ١٢ أسبوعًا». */
    overBuckets: (grain: Grain, amount: number): string => `على مدى ${counted(amount, grain, 'genitive')}`,
    /** «خلال ١٢ أسبوعًا». */
    inBuckets: (grain: Grain, amount: number): string => `خلال ${counted(amount, grain, 'genitive')}`,
    /** «أسبوع ٢ مارس». */
    title: (grain: Grain, start: number, reference?: number): string =>
      ({
        day: format.weekdayDay(start, reference),
        week: `أسبوع ${dayLong(start, reference)}`,
        month: format.month(start),
      })[grain],
    /** «في أسبوع ٢ مارس». */
    inside: (grain: Grain, start: number, reference?: number): string =>
      ({
        day: `يوم ${format.weekdayDay(start, reference)}`,
        week: `في أسبوع ${dayLong(start, reference)}`,
        month: `في ${format.month(start)}`,
      })[grain],
  };
}
