import { channelInArabic } from './ar-channels.js';
import { countedInArabic } from './ar-counted.js';
import { windowInArabic } from './ar-window.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

/** The reports that say what a whole is made of, in Arabic. */
export function breakdownsInArabic(format: Format): Messages['breakdowns'] {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count, ratio } = format;
  const { hours, ofSettled } = windowInArabic(format);
  const emptyTitle = 'لا محادثات في هذه الفترة';
  return {
    'conversations-by-channel-chart': {
      title: 'المحادثات المعالَجة حسب القناة',
      note: 'النسبة من كل المعالَجة',
      part: channelInArabic,
      others: (amount) =>
        plural(amount, { one: 'قناة أخرى', two: 'قناتان أخريان', other: `${counted(amount, 'channel')} أخرى` }),
      of: ({ parts }) => `عبر ${counted(parts, 'channel', 'genitive')}`,
      foot: null,
      empty: { title: emptyTitle, text: 'تظهر القنوات هنا عندما يرد الوكيل عبر إحداها.' },
      table: { part: 'القناة', count: 'تمت معالجتها', share: 'النسبة' },
    },
    'team-resolutions-chart': {
      title: 'وكيل العملاء ضمن فريقك',
      note: 'المحادثات المحلولة حسب من حلها',
      part: (name) => (name === '' ? 'وكيل العملاء' : name),
      others: (amount) => plural(amount, { one: 'شخص آخر', two: 'شخصان آخران', other: `${count(amount)} آخرون` }),
      of: ({ own, whole }) => `من الوكيل، ${count(own)} من ${count(whole)}`,
      foot: `قاعدتان: تُحتسب للوكيل بعد ${hours} دون تدخل بشري، وللفريق عند إغلاق التذكرة`,
      empty: { title: 'لم يُحل شيء في هذه الفترة', text: 'يظهر هنا كل من يحل محادثات.' },
      table: { part: 'من حلها', count: 'المحادثات', share: 'النسبة' },
    },
    'resolution-rate-card': {
      title: 'معدل الحل',
      note: 'كيف انتهت المحادثات المعالَجة',
      of: ofSettled,
      nothing: 'لم يُحسم شيء بعد',
      parts: {
        handled: 'تمت معالجتها',
        resolved: 'تم حلها',
        confirmed: 'أكدها الزائر',
        pending: 'معلّقة',
        unresolved: 'لم تُحل',
        unresolvedWithPerson: 'مع تدخل بشري',
        unresolvedAlone: 'دون تدخل بشري',
        undeterminable: 'غير قابلة للتحديد',
      },
      foot: (low, high) => `قد ينتهي بين ${ratio(low)} و${ratio(high)}`,
      empty: { title: emptyTitle, text: `يظهر المعدل هنا بعد ${hours} من أول ردود الوكيل على الزوار.` },
      table: { part: 'النتيجة', count: 'المحادثات', share: 'النسبة من المعالَجة' },
    },
    'customer-agent-handoff': {
      title: 'تسليم وكيل العملاء',
      note: 'من الإسناد إلى الوكيل حتى إغلاق التذكرة',
      of: 'من المسندة تم تسليمها',
      nothing: 'لم يُسند شيء إلى الوكيل',
      steps: {
        assigned: 'أُسندت إلى الوكيل',
        handedOff: 'سُلّمت إلى شخص',
        closed: 'أُغلقت التذكرة',
      },
      ofStepBefore: (share) => `${ratio(share)} من الخطوة السابقة`,
      averageTimeToClose: 'متوسط الوقت حتى الإغلاق',
      medianTimeToClose: 'الوسيط',
      nineInTen: `${count(9)} من ${count(10)} أُغلقت خلال`,
      open: 'مسلَّمة وما زالت مفتوحة',
      conversionRate: 'معدل تسليم المسندة',
      empty: { title: emptyTitle, text: 'تظهر الخطوات هنا عندما تُسند محادثات إلى الوكيل.' },
      table: { figure: 'المؤشر', value: 'القيمة', of: 'من' },
    },
  };
}
