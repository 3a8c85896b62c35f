import type { AnswerVerdict } from '../metrics/askings.js';
import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { isolated } from './isolate.js';
import type { Messages } from './messages.js';

const VERDICTS: Readonly<Record<AnswerVerdict, string>> = {
  'asked-less': 'أفادت: قلّ السؤال منذ ذلك الحين',
  'asked-more': 'لم تُفد: زاد السؤال منذ ذلك الحين',
  'no-clear-change': 'لم تُفد حتى الآن: لا تغيّر واضح',
  'too-early': 'ما زال الوقت مبكرًا للحكم',
};

/** The texts of the short answers in Arabic. */
export function shortAnswersInArabic(format: Format): Messages['shortAnswers'] {
  const counted = countedInArabic(format);
  const { count, decimal, ratio, ratioTick } = format;
  return {
    title: 'الإجابات القصيرة',
    note: 'ما كتبه الأشخاص للوكيل، الأحدث أولًا، وهل أفاد',
    list: 'الإجابات القصيرة',
    search: 'البحث في الإجابات القصيرة',
    shown: (shown, total) =>
      total === null
        ? counted(shown, 'shortAnswer')
        : `${count(shown)} من ${counted(total, 'shortAnswer', 'genitive')}`,
    found: (amount) => `عُثر على ${counted(amount, 'shortAnswer', 'genitive')}`,
    more: (amount) => `أُضيف ما يلي: ${counted(amount, 'shortAnswer')}`,
    empty: { title: 'لا إجابات قصيرة بعد', text: 'تظهر إجابة قصيرة هنا عندما يجيب أحد عن موضوع.' },
    noMatch: (search) => ({
      title: `لا توجد إجابة قصيرة تحتوي على «${isolated(search)}»`,
      text: 'يمكن المحاولة بكلمات أقل أو كلمات أخرى.',
    }),
    failed: 'تعذّر تحميل الإجابات القصيرة',
    failedMore: 'تعذّر تحميل المزيد من الإجابات القصيرة',
    forbidden: 'لا يمكنك رؤية هذه الإجابات القصيرة',
    unsupported: { title: 'لا إجابات قصيرة في هذا المصدر', text: 'تظهر هنا عندما يسردها محوّله.' },
    by: (name) => `بقلم ${isolated(name)}`,
    open: 'فتح في مكتب المساعدة',
    resolved: (amount) => `حلّت ${counted(amount, 'question', 'genitive')}`,
    helped: 'هل أفادت؟',
    looking: 'جارٍ النظر فيما سُئل منذ ذلك الحين…',
    verdict: (verdict) => VERDICTS[verdict],
    askings: 'مرات السؤال أسبوعيًا',
    resolutionRate: 'معدل الحل',
    before: 'قبلها',
    after: 'بعدها',
    perWeek: (perWeek, low, high) =>
      `${decimal(perWeek)} (مجال الثقة ${ratioTick(0.95)} من ${decimal(low)} إلى ${decimal(high)})`,
    rate: (rate, part, whole) => `${ratio(rate)} (${count(part)} من ${count(whole)})`,
    unknownRate: 'غير معروف',
    nothing: 'لم يمضِ وقت بعد',
  };
}
