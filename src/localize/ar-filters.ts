import type { Grain } from '../time/civil.js';
import { channelInArabic } from './ar-channels.js';
import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { isolated } from './isolate.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';
import { code, rich } from './rich-text.js';

const RANGES: Readonly<Record<string, string>> = {
  'this-week': 'هذا الأسبوع',
  'this-quarter': 'هذا الربع',
  'last-quarter': 'الربع الماضي',
};
const GRAINS: Readonly<Record<Grain, string>> = { day: 'يوم', week: 'أسبوع', month: 'شهر' };

/** The texts of the filters in Arabic. */
export function filtersInArabic(format: Format): Messages['filters'] {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  return {
    label: 'عوامل التصفية',
    range: 'الفترة',
    named: (range) => RANGES[range],
    weeks: (weeks) => plural(weeks, { one: 'آخر أسبوع', other: `آخر ${counted(weeks, 'week', 'genitive')}` }),
    days: (first, last, reference) => format.dayRange(first, last, reference),
    ownDays: 'أيام مخصصة',
    first: 'أول يوم',
    last: 'آخر يوم',
    apply: 'تطبيق',
    missingDay: 'يُرجى اختيار اليومين.',
    wrongOrder: 'أول يوم يأتي بعد آخر يوم.',
    tooLong: (days) => `يمكن اختيار ${counted(days, 'day', 'genitive')} على الأكثر.`,
    channels: 'القنوات',
    all: 'الكل',
    allChannels: 'كل القنوات',
    noChannels: 'تظهر القنوات عند وصول محادثات.',
    channel: channelInArabic,
    chosen: (channels) => counted(channels, 'channel'),
    both: (one, other) => `${isolated(one)}، ${isolated(other)}`,
    grains: 'تقسيم الوقت إلى',
    grain: (grain) => GRAINS[grain],
    tooMany: 'نقاط كثيرة جدًا لهذه الفترة',
    zone: 'المنطقة',
    loading: 'قيد التحميل…',
    loadingOlder: 'يجري تحميل محادثات أقدم…',
    failed: 'لم تُحمَّل البيانات',
    cancelled: 'أُلغي التحميل',
    noSource: 'لا مصدر بيانات بعد',
    stale: 'لم ينجح آخر تحديث.',
    notWired: rich`تؤثر عوامل التصفية في التقارير المحيطة بها: يجب وضع هذا العنصر داخل ${code('<agent-performance>')}.`,
  };
}
