import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';

/** What Arabic texts say of conversations that are not decided yet, in cards and charts alike. */
export function windowInArabic(format: Format) {
  const plural = pluralOf('ar');
  const { count, dateTime } = format;
  const hours = countedInArabic(format)(72, 'hour');
  return {
    /** «٧٢ ساعة». */
    hours,
    /** «٧٣٨ ما زالت ضمن مهلة ٧٢ ساعة». */
    pending: (amount: number): string =>
      plural(amount, {
        one: `محادثة واحدة ما زالت ضمن مهلة ${hours}`,
        two: `محادثتان ما زالتا ضمن مهلة ${hours}`,
        other: `${count(amount)} ما زالت ضمن مهلة ${hours}`,
      }),
    /** «١٢ قد تُسلَّم بعد». */
    canBeHandedOff: (amount: number): string =>
      plural(amount, {
        one: 'محادثة واحدة قد تُسلَّم بعد',
        two: 'محادثتان قد تُسلَّمان بعد',
        other: `${count(amount)} قد تُسلَّم بعد`,
      }),
    /** «٩٦٧ من ١٬٢٦٢ محسومة». */
    ofSettled: (part: number, whole: number): string =>
      plural(whole, {
        one: `${count(part)} من محادثة واحدة محسومة`,
        two: `${count(part)} من محادثتين محسومتين`,
        other: `${count(part)} من ${count(whole)} محسومة`,
      }),
    /** «٩٦٧ من ١٬٢٦٢ معالَجة». */
    ofHandled: (part: number, whole: number): string =>
      plural(whole, {
        one: `${count(part)} من محادثة واحدة معالَجة`,
        two: `${count(part)} من محادثتين معالَجتين`,
        other: `${count(part)} من ${count(whole)} معالَجة`,
      }),
    /** Adds when the last of them is decided. */
    until: (text: string, at: number | null, reference: number): string =>
      at === null ? text : `${text}؛ الحسم بحلول ${dateTime(at, reference)}`,
  };
}
