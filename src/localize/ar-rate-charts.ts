import { countedInArabic } from './ar-counted.js';
import { timeInArabic } from './ar-time.js';
import { windowInArabic } from './ar-window.js';
import type { Format } from './format.js';
import type { EmptyWords, Messages, Unfinished } from './messages.js';
import { pluralOf } from './plural.js';

/** The charts of rates over time, in Arabic, by report. */
export function rateChartsInArabic(format: Format): Messages['rateCharts'] {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count, ratio, dateTime } = format;
  const { current: CURRENT, earlier: EARLIER } = timeInArabic(format);
  const { hours, pending, canBeHandedOff, ofSettled, ofHandled, until } = windowInArabic(format);
  const empty = (text: string): EmptyWords => ({ title: 'لا محادثات في هذه الفترة', text });
  const resolutionFoot = (unfinished: Unfinished): string => {
    const { grain, current, earlier, settledBy, reference } = unfinished;
    const conversations = (amount: number, of: string): string =>
      plural(amount, {
        two: `محادثتان من ${of} ما زالتا ضمن مهلة ${hours}`,
        other: `${counted(amount, 'conversation')} من ${of} ما زالت ضمن مهلة ${hours}`,
      });
    const sentences: string[] = [];
    if (current !== null) {
      const band = `يوضح النطاق أين يمكن أن ينتهي المعدل، من ${ratio(current.low)} إلى ${ratio(current.high)}`;
      sentences.push(`${conversations(current.pending, CURRENT[grain])}؛ ${band}.`);
      if (earlier > 0) sentences.push(`و${counted(earlier, 'conversation')} من ${EARLIER[grain]}.`);
    } else sentences.push(`${conversations(earlier, EARLIER[grain])}.`);
    if (settledBy !== null) sentences.push(`الحسم بحلول ${dateTime(settledBy, reference)}.`);
    return `${unfinished.dashed ? 'المتقطع: ' : ''}${sentences.join(' ')}`;
  };
  const of = (part: number, whole: number): string => `${count(part)} من ${count(whole)}`;
  return {
    'handle-rate-chart': {
      title: 'معدل المعالجة عبر الوقت',
      note: 'المعالَجة من كل محادثات الزوار',
      name: 'معدل المعالجة',
      label: 'معدل المعالجة',
      of,
      nothing: 'لا محادثات',
      nothingInside: 'لا محادثات',
      empty: empty('يظهر المعدل هنا عندما يكتب الزوار.'),
      table: { part: 'تمت معالجتها', whole: 'المحادثات' },
      pending: null,
    },
    'resolution-rate-chart': {
      title: 'معدل الحل عبر الوقت',
      note: `محلولة دون تدخل بشري، من المحادثات التي انقضت مهلتها البالغة ${hours}`,
      name: 'معدل الحل',
      label: 'معدل الحل',
      of: ofSettled,
      nothing: 'لم يُحسم شيء بعد',
      nothingInside: 'لم يُحسم شيء بعد',
      empty: empty(`يظهر المعدل هنا بعد ${hours} من أول ردود الوكيل على الزوار.`),
      table: { part: 'تم حلها', whole: 'محسومة' },
      pending: {
        point: (amount, at, reference) => until(pending(amount), at, reference),
        low: (rate) => `${ratio(rate)} إذا لم يُحل أي منها`,
        high: (rate) => `${ratio(rate)} إذا حُلت كلها`,
        foot: resolutionFoot,
        column: 'معلّقة',
      },
    },
    'deflection-rate-chart': {
      title: 'معدل التحويل الذاتي عبر الوقت',
      note: 'عالجها الوكيل وحده؛ ليست محلولة دائمًا',
      name: 'معدل التحويل الذاتي',
      label: 'معدل التحويل الذاتي',
      of: ofHandled,
      nothing: 'لم يُعالَج شيء',
      nothingInside: 'لم يُعالَج شيء',
      empty: empty('يظهر المعدل هنا عندما يرد الوكيل على الزوار.'),
      table: { part: 'تحويلات ذاتية', whole: 'تمت معالجتها' },
      pending: {
        point: (amount, at, reference) => until(canBeHandedOff(amount), at, reference),
        low: (rate) => `${ratio(rate)} على الأقل`,
        high: null,
        foot: ({ current, earlier, settledBy, dashed, reference }) => {
          const amount = (current?.pending ?? 0) + earlier;
          const text = `${canBeHandedOff(amount)}؛ المعدل قد ينخفض فقط.`;
          const settled = settledBy === null ? '' : ` الحسم بحلول ${dateTime(settledBy, reference)}.`;
          return `${dashed ? 'المتقطع: ' : ''}${text}${settled}`;
        },
        column: 'قد تُسلَّم بعد',
      },
    },
    'human-handoff-rate-chart': {
      title: 'معدل التسليم عبر الوقت',
      note: 'المسلَّمة من المحادثات المعالَجة',
      name: 'معدل التسليم',
      label: 'معدل التسليم',
      of,
      nothing: 'لم يُعالَج شيء',
      nothingInside: 'لم يُعالَج شيء',
      empty: empty('يظهر المعدل هنا عندما يرد الوكيل على الزوار.'),
      table: { part: 'مسلَّمة', whole: 'تمت معالجتها' },
      pending: null,
    },
  };
}
