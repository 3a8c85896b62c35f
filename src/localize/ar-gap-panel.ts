import type { GapStatus } from '../gaps/gap-records.js';
import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { isolated, isolatedLeftToRight } from './isolate.js';
import type { Messages } from './messages.js';

const NONE: Readonly<Record<GapStatus, string>> = {
  open: 'لا أسئلة مفتوحة',
  resolved: 'لا أسئلة محلولة',
  dismissed: 'لا أسئلة مستبعدة',
};

/** The texts of the panel of one topic in Arabic. */
export function gapPanelInArabic(format: Format): Messages['gapPanel'] {
  const counted = countedInArabic(format);
  const { count } = format;
  return {
    title: 'أسئلة موضوع',
    nothingOpen: { title: 'لا موضوع مفتوح', text: 'اختر موضوعًا لرؤية أسئلته كما طُرحت والإجابة عنها.' },
    note: 'ما سأل عنه الزوار بكلماتهم',
    list: 'الأسئلة',
    search: 'البحث في الأسئلة',
    tick: (text) => `تحديد «${isolated(text)}»`,
    tickAll: (total) =>
      total === null ? 'تحديد جميع الأسئلة' : `تحديد الكل: ${counted(total, 'question', 'genitive')}`,
    ticked: (amount, total) =>
      total === null ? `المحدد: ${count(amount)}` : `المحدد: ${count(amount)} من ${count(total)}`,
    shown: (shown, total) =>
      total === null ? counted(shown, 'question') : `${count(shown)} من ${counted(total, 'question', 'genitive')}`,
    more: (amount) => `المزيد: ${counted(amount, 'question')}`,
    dismiss: 'استبعاد المحادثة',
    restore: 'إعادة الفتح',
    ticket: (id) => `التذكرة ${isolatedLeftToRight(id)}`,
    noTicket: 'بلا تذكرة',
    noWords: 'بلا كلمات',
    showAll: 'عرض الكل',
    showLess: 'عرض أقل',
    none: (status) => NONE[status],
    noMatch: (search) => `لا يوجد سؤال يحتوي على «${isolated(search)}»`,
    failed: 'تعذّر تحميل الأسئلة',
    failedMore: 'تعذّر تحميل المزيد من الأسئلة',
    unsupported: { title: 'لا أسئلة مفردة في هذا المصدر', text: 'يسرد محوّله المواضيع وحدها.' },
    question: 'السؤال',
    questionHelp: {
      ticked: 'مأخوذ من أول سؤال محدد، ويمكن تعديله بحرية',
      latest: 'مأخوذ من أحدث سؤال، ويمكن تعديله بحرية',
    },
    answer: 'الإجابة القصيرة',
    answerHelp: 'ما يمكن للوكيل قوله، بكلماتك',
    length: (length, limit) => `${count(length)} من ${count(limit)}`,
    empty: { question: 'اكتب السؤال المُجاب عنه.', answer: 'اكتب الإجابة.' },
    tooLong: (over) => `النص أطول من المسموح. عدد الأحرف الزائدة: ${count(over)}.`,
    resolves: (ticked, left) => {
      const which = `هذا يحل المحدد: ${counted(ticked, 'question', 'genitive')}.`;
      return left === null || left === 0 ? which : `${which} يبقى مفتوحًا: ${counted(left, 'question')}.`;
    },
    resolvesAll: (total) =>
      total === null
        ? 'هذا يحل جميع أسئلة الموضوع المفتوحة.'
        : total === 0
          ? 'لم يبق سؤال مفتوح لحله.'
          : `هذا يحل كل المفتوح في الموضوع: ${counted(total, 'question', 'genitive')}.`,
    create: 'إنشاء وحل',
    unsaved: { text: 'إجابتك غير محفوظة.', discard: 'تجاهلها', keep: 'متابعة الكتابة' },
    others: (name, when) =>
      name === null ? `أجاب شخص عن هذا الموضوع ${when}:` : `أجاب ${isolated(name)} عن هذا الموضوع ${when}:`,
    shortcuts: 'مفاتيح تعمل ما دام التركيز على اللوحة',
    steps: {
      previous: 'الموضوع السابق',
      next: 'الموضوع التالي',
      end: 'لا مواضيع أخرى في هذا الاتجاه',
      at: (place, total, title) =>
        total === null
          ? `الموضوع ${count(place)}: ${isolated(title)}`
          : `الموضوع ${count(place)} من ${count(total)}: ${isolated(title)}`,
    },
    keys: {
      next: 'التالي',
      previous: 'السابق',
      tick: 'تحديد',
      answer: 'إجابة',
      send: 'إنشاء وحل',
      dismiss: 'استبعاد',
      undo: 'تراجع',
      nextTopic: 'الموضوع التالي',
      previousTopic: 'الموضوع السابق',
    },
  };
}
