import type { AdapterErrorCode } from '../errors.js';
import type { GapWriteKind } from '../gaps/writes.js';
import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { isolated } from './isolate.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const SAVING: Readonly<Record<GapWriteKind, string>> = {
  resolve: 'جارٍ الحل…',
  dismiss: 'جارٍ الاستبعاد…',
  restore: 'جارٍ الاسترجاع…',
};
const NOT_DONE: Readonly<Record<GapWriteKind, string>> = {
  resolve: 'لم يُحفظ.',
  dismiss: 'لم يُستبعد.',
  restore: 'لم يُسترجع.',
};

/** The texts of answering, dismissing and restoring gaps in Arabic. */
export function gapWorkInArabic(format: Format): Messages['gapWork'] {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count } = format;
  return {
    open: (title) => `فتح «${isolated(title)}»`,
    selectTopic: (title) => `تحديد «${isolated(title)}»`,
    selectAll: (total) =>
      total === null ? 'تحديد جميع المواضيع' : `تحديد الكل: ${counted(total, 'topic', 'genitive')}`,
    selected: (amount, total) =>
      total === null
        ? `المحدد: ${counted(amount, 'topic')}`
        : `المحدد: ${count(amount)} من ${counted(total, 'topic', 'genitive')}`,
    clear: 'إلغاء التحديد',
    dismissTopics: 'استبعاد المواضيع',
    restoreTopics: 'استرجاع المواضيع',
    saving: (kind) => SAVING[kind],
    done: (kind, amount) =>
      ({
        resolve: `أُنشئت إجابة قصيرة، و${plural(amount, { few: 'حُلّت', other: 'حُل' })} ${counted(amount, 'question')}`,
        dismiss: `${plural(amount, { few: 'استُبعدت', other: 'استُبعد' })} ${counted(amount, 'question')}`,
        restore: `أُعيد فتح ${counted(amount, 'question', 'genitive')}`,
      })[kind],
    undo: 'تراجع',
    later: (status) =>
      status === 'resolved' ? 'يمكن التراجع هنا، أو لاحقًا ضمن «محلولة»' : 'يمكن التراجع هنا، أو لاحقًا ضمن «مستبعدة»',
    notDone: (kind) => NOT_DONE[kind],
    reason: (code) =>
      (
        ({
          conflict: 'غيّر شخص آخر هذه الأسئلة في هذه الأثناء. المعروض الآن هو الأحدث.',
          offline: 'لا يوجد اتصال.',
          timeout: 'لم يُجب مكتب المساعدة في الوقت المحدد.',
          forbidden: 'لا يسمح مكتب المساعدة بذلك.',
          unavailable: 'يتعذر الوصول إلى مكتب المساعدة حاليًا.',
          unauthenticated: 'يلزم تسجيل الدخول إلى مكتب المساعدة من جديد.',
          'rate-limited': 'يطلب مكتب المساعدة التمهل قليلًا.',
          'not-found': 'لم يعد موجودًا.',
          'too-large': 'النص أطول مما يقبله مكتب المساعدة.',
          unsupported: 'لا يستطيع هذا المصدر ذلك.',
        }) as Partial<Record<AdapterErrorCode, string>>
      )[code] ?? 'لم يتمكن مكتب المساعدة من ذلك.',
    elsewhere: (title) => (title === null ? 'في موضوع آخر:' : `في «${isolated(title)}»:`),
    notConfirmed: 'لم يصل تأكيد.',
    tooMuch: 'هذا أكثر من اللازم دفعة واحدة. يُرجى تحديد عدد أقل.',
    nothingChanged: 'لم يتغير شيء.',
    maybeDone: 'ربما نُفّذ الأمر رغم ذلك؛ وإعادة المحاولة لا تكرر أي شيء.',
    right: (standing) =>
      ({
        'needs-role': {
          title: 'يلزمك إذن «محرر وكيل العملاء»',
          text: 'يمكنك قراءة جميع الأسئلة وفتح تذاكرها. للإجابة عنها أو استبعادها، اطلب الإذن من مسؤول الحساب.',
        },
        'needs-seat': {
          title: 'يلزمك مقعد مدفوع مخصص لك',
          text: 'الإجابة والاستبعاد متاحان مع مقعد مدفوع، ويخصص المسؤول المقاعد.',
        },
      })[standing],
  };
}
