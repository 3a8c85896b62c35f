import { countedInArabic } from './ar-counted.js';
import { windowInArabic } from './ar-window.js';
import type { Format } from './format.js';
import type { EmptyWords, Messages } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong, type RichText } from './rich-text.js';

/** The charts of counts over time, in Arabic, by report. */
export function countChartsInArabic(format: Format): Messages['countCharts'] {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count, dateTime } = format;
  const { hours, pending, canBeHandedOff, until } = windowInArabic(format);
  const empty = (text: string): EmptyWords => ({ title: 'لا محادثات في هذه الفترة', text });
  const entry = (total: number, name: string): RichText => rich`${strong(count(total))} ${name}`;
  const handled = (whole: number): string =>
    plural(whole, {
      one: 'من محادثة واحدة معالَجة',
      two: 'من محادثتين معالَجتين',
      other: `من ${count(whole)} معالَجة`,
    });
  const settled = (whole: number): string =>
    plural(whole, {
      one: 'من محادثة واحدة محسومة',
      two: 'من محادثتين محسومتين',
      other: `من ${count(whole)} محسومة`,
    });
  const feedback: Readonly<Record<string, string>> = { positive: 'إيجابي', neutral: 'محايد', negative: 'سلبي' };
  const causes: Readonly<Record<string, string>> = {
    agent: 'من الوكيل',
    automation: 'بالأتمتة',
    manual: 'يدويًا',
    unknown: 'لسبب غير معروف',
  };
  return {
    'conversations-handled-chart': {
      title: 'المحادثات المعالَجة عبر الوقت',
      note: 'برد واحد على الأقل من الوكيل',
      label: 'المحادثات المعالَجة',
      series: { handled: 'تمت معالجتها' },
      key: (_, total) => entry(total, 'معالَجة'),
      point: (_, whole) => `معالَجة، من ${counted(whole, 'conversation', 'genitive')}`,
      empty: empty('تظهر هنا عندما يرد الوكيل على الزوار.'),
      pending: null,
    },
    'visitor-feedback-chart': {
      title: 'اتجاه تقييم الزوار',
      note: 'التقييمات حسب النوع ووقت تقديمها',
      label: 'التقييمات',
      series: { positive: 'إيجابي', neutral: 'محايد', negative: 'سلبي' },
      key: (key, total) => entry(total, feedback[key]!),
      point: (key, whole) => `${feedback[key]!}، من ${counted(whole, 'answer', 'genitive')}`,
      empty: { title: 'لا تقييمات في هذه الفترة', text: 'تظهر هنا عندما يقيّم الزوار الوكيل.' },
      pending: null,
    },
    'conversations-resolved-chart': {
      title: 'المحادثات المحلولة',
      note: 'حسب وقت بدئها؛ المعلّقة في الأعلى',
      label: 'المحادثات المحلولة',
      series: { resolved: 'تم حلها', pending: 'معلّقة' },
      key: (key, total) => entry(total, key === 'resolved' ? 'محلولة' : 'معلّقة'),
      point: (key, whole) => (key === 'resolved' ? `محلولة، ${settled(whole)}` : `معلّقة، ${handled(whole)}`),
      empty: empty(`تظهر هنا بعد ${hours} من أول ردود الوكيل على الزوار.`),
      pending: {
        point: (amount, at, reference) => until(pending(amount), at, reference),
        foot: (_, at, reference) => {
          const text = `تُحسم المعلّقة، محلولةً أو غير محلولة، عند انتهاء مهلتها البالغة ${hours}`;
          return at === null ? text : `${text}؛ آخرها بحلول ${dateTime(at, reference)}`;
        },
        column: null,
      },
    },
    'deflections-chart': {
      title: 'التحويلات الذاتية عبر الوقت',
      note: 'محادثات لم يشارك فيها أي شخص من الفريق',
      label: 'التحويلات الذاتية',
      series: { deflected: 'تحويلات ذاتية' },
      key: (_, total) => entry(total, 'محوَّلة ذاتيًا'),
      point: (_, whole) => `محوَّلة ذاتيًا، ${handled(whole)}`,
      empty: empty('تظهر هنا عندما يرد الوكيل على الزوار.'),
      pending: {
        point: (amount, at, reference) => until(canBeHandedOff(amount), at, reference),
        foot: (amount, at, reference) => `المظلّل: ${until(canBeHandedOff(amount), at, reference)}`,
        column: 'قد تُسلَّم بعد',
      },
    },
    'human-handoffs-chart': {
      title: 'التسليم إلى البشر',
      note: 'حسب سبب التسليم الأول',
      label: 'التسليم إلى البشر',
      series: { agent: 'من الوكيل', automation: 'بالأتمتة', manual: 'يدويًا', unknown: 'لسبب غير معروف' },
      key: (key, total) => entry(total, causes[key]!),
      point: (key, whole) => `${causes[key]!}، من ${counted(whole, 'handoff', 'genitive')}`,
      empty: { title: 'لا تسليم في هذه الفترة', text: 'يظهر هنا عندما تنتقل محادثة إلى شخص.' },
      pending: null,
    },
  };
}
