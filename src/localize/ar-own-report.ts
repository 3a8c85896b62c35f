import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

/** What the kit adds to the words of a host's own report, in Arabic. */
export function ownReportInArabic(format: Format): Messages['ownReport'] {
  const plural = pluralOf('ar');
  const { count, ratio, dateTime } = format;
  const counted = countedInArabic(format);
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}؛ الحسم بحلول ${dateTime(at, reference)}`;
  const open = (amount: number): string =>
    plural(amount, {
      one: 'محادثة واحدة قد تغيّر الرقم بعد',
      two: 'محادثتان قد تغيّران الرقم بعد',
      other: `${counted(amount, 'conversation')} قد تغيّر الرقم بعد`,
    });
  return {
    title: 'تقرير',
    noDefinition: { title: 'لم يُختَر تقرير بعد', text: 'يظهر هنا بعد أن تحدّد الصفحة تعريف هذا العنصر.' },
    badDefinition: 'تعذّر حساب هذا التقرير',
    empty: { title: 'لا شيء في هذه الفترة', text: 'تظهر الأرقام هنا عندما يتوفّر ما يُعَدّ.' },
    of: (part, whole) => `${count(part)} من ${count(whole)}`,
    ofWhole: (whole) => `من ${count(whole)}`,
    pointOf: (label, whole) => `${label}، من ${count(whole)}`,
    over: (amount) => `من ${counted(amount, 'conversation', 'genitive')}`,
    nothing: 'لا يوجد ما يُقسَم عليه',
    nothingInside: 'لا يوجد ما يُقسَم عليه',
    inParts: (amount) =>
      plural(amount, {
        one: 'في جزء واحد',
        two: 'في جزأين',
        few: `في ${count(amount)} أجزاء`,
        many: `في ${count(amount)} جزءًا`,
        other: `في ${count(amount)} جزء`,
      }),
    others: (amount) => plural(amount, { one: 'واحد آخر', two: 'اثنان آخران', other: `${count(amount)} أخرى` }),
    pending: (amount, at, reference) => until(open(amount), at, reference),
    pendingFoot: (amount, at, reference, drawn) => {
      const how = drawn === null ? '' : { dashed: 'المتقطع: ', hatched: 'المظلّل: ' }[drawn];
      return `${how}${until(open(amount), at, reference)}`;
    },
    atLeast: (rate) => `${ratio(rate)} على الأقل`,
    atMost: (rate) => `${ratio(rate)} على الأكثر`,
    table: {
      figure: 'الرقم',
      value: 'القيمة',
      of: 'من',
      part: 'الجزء',
      whole: 'الكل',
      count: 'العدد',
      share: 'الحصة',
      pending: 'قد يتغيّر بعد',
    },
    described: 'رقم خاص بهذه الصفحة، من المقاييس أدناه.',
    mean: (measure) => `متوسط ${measure}`,
    median: (measure) => `وسيط ${measure}`,
  };
}
