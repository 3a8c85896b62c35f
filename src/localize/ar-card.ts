import type { AdapterErrorCode } from '../errors.js';
import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { isolated, isolatedLeftToRight } from './isolate.js';
import type { CardMessages } from './messages.js';
import { pluralOf } from './plural.js';
import { code, rich, strong } from './rich-text.js';

const REASONS: Readonly<Record<AdapterErrorCode, string>> = {
  unauthenticated: 'انتهت جلستك. يُرجى تسجيل الدخول من جديد ثم إعادة المحاولة.',
  forbidden: 'لا يحق لك قراءة هذه الأرقام.',
  'not-found': 'البيانات ليست في المكان المتوقع.',
  'rate-limited': 'كثرت الطلبات على مكتب المساعدة. يُرجى الانتظار قليلًا ثم إعادة المحاولة.',
  'too-large': 'الإجابة أكبر من اللازم. يُرجى اختيار فترة أقصر.',
  timeout: 'لم يُجب مكتب المساعدة في الوقت المحدد.',
  offline: 'لا يوجد اتصال. يُرجى التحقق من الشبكة ثم إعادة المحاولة.',
  unavailable: 'أجاب مكتب المساعدة بخطأ.',
  conflict: 'تغيّرت البيانات في هذه الأثناء.',
  unsupported: 'لا يستطيع هذا المصدر الإجابة عن السؤال.',
  'invalid-payload': 'تعذّرت قراءة إجابة مكتب المساعدة.',
  unknown: 'حدث خطأ أثناء التحميل.',
};

/** The card's own texts in Arabic. */
export function cardInArabic(format: Format): CardMessages {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count, dateTime } = format;
  const near = (at: number, now: number) => {
    const day = format.nearDay(at, now);
    return day === null ? dateTime(at, now) : `${day}، ${format.time(at)}`;
  };
  return {
    menu: {
      label: (title) => `قائمة ${isolated(title)}`,
      showAsTable: 'عرض كجدول',
      showAsChart: 'عرض كرسم بياني',
      noFigures: 'لا أرقام بعد',
      downloadCsv: 'تنزيل CSV',
      downloadPng: 'تنزيل PNG',
      downloadJson: 'تنزيل JSON',
      noEntries: 'لا شيء مسرود',
      definition: 'التعريف',
    },
    actions: {
      tryAgain: 'إعادة المحاولة',
      copyDetails: 'نسخ التفاصيل',
      copied: 'نُسخت التفاصيل',
      cancel: 'إلغاء',
      close: 'إغلاق',
      load: 'تحميل',
      refresh: 'تحديث',
    },
    waiting: (title) => `${isolated(title)}: قيد التحميل`,
    progress: {
      label: 'قيد التحميل',
      of: (loaded, total) => `${count(loaded)} من نحو ${counted(total, 'conversation', 'genitive')}`,
      loaded: (loaded) => `${counted(loaded, 'conversation')} حتى الآن`,
      share: (loaded, share) => `${counted(loaded, 'conversation')}، قُرئ ${format.ratioTick(share)} من البيانات`,
      hint: 'يمكنك متابعة العمل؛ تظهر الأرقام عند اكتمال التحميل.',
    },
    cancelled: {
      title: 'أُلغي التحميل',
      text: (loaded) =>
        plural(loaded, {
          zero: 'لم يصل شيء بعد. تُعرض الأرقام بعد التحميل.',
          one: 'وصلت محادثة واحدة. تُعرض الأرقام بعد تحميل البقية.',
          two: 'وصلت محادثتان. تُعرض الأرقام بعد تحميل البقية.',
          other: `وصلت ${counted(loaded, 'conversation')}. تُعرض الأرقام بعد تحميل البقية.`,
        }),
    },
    failed: {
      title: 'تعذّر تحميل الأرقام',
      reason: (errorCode) => REASONS[errorCode],
      retryAfter: (ms) => `يطلب مكتب المساعدة الانتظار ${format.duration(ms)}.`,
      support: (errorCode) => rich`للدعم: الرمز ${code(errorCode)}`,
    },
    forbidden: {
      title: 'لا يمكنك رؤية هذه الأرقام',
      text: 'لا يملك حسابك حق قراءتها. يمكن لمسؤول الحساب منحه.',
    },
    unsupported: {
      title: 'لا محادثات في هذا المصدر',
      text: 'تظهر الأرقام هنا عندما يسلّم محوّله محادثات.',
    },
    notWired: {
      title: 'لا بيانات لهذا العنصر بعد',
      steps: [
        rich`تعيين ${code('.adapter')} للعنصر`,
        rich`أو وضعه داخل ${code('<agent-performance>')}`,
        rich`أو استدعاء ${code('configure({ adapter })')}`,
      ],
      foot: 'تختفي هذه الرسالة عند توفر أحد الثلاثة',
    },
    partial: (detail) => rich`${strong('جزء من البيانات فقط.')} ${detail}`,
    partialLoaded: (loaded) => `توقف التحميل بعد ${counted(loaded, 'conversation', 'genitive')}.`,
    partialCancelled: (loaded) => `أُلغي التحميل بعد ${counted(loaded, 'conversation', 'genitive')}.`,
    partialOlder: 'تعذّر تحميل المحادثات الأقدم.',
    stale: (asOf, now) => rich`${strong(`البيانات حتى ${near(asOf, now)}.`)} لم ينجح آخر تحديث.`,
    leftOut: (amount) =>
      plural(amount, {
        one: 'استُبعد سجل واحد',
        two: 'استُبعد سجلان',
        few: `استُبعدت ${counted(amount, 'record')}`,
        other: `استُبعد ${counted(amount, 'record')}`,
      }),
    leftOutRecords: {
      which: 'عرضها',
      title: 'السجلات المستبعدة',
      some: (amount) => plural(amount, { one: 'واحد منها:', two: 'اثنان منها:', other: `${count(amount)} منها:` }),
      withoutId: 'دون معرّف مقروء',
      whole: 'السجل كله',
    },
    zone: (timeZone) => `الأوقات بتوقيت ${isolatedLeftToRight(timeZone)}`,
    asOf: (at, reference) => `البيانات حتى ${dateTime(at, reference)}`,
    asOfIn: (at, reference, timeZone) =>
      `البيانات حتى ${dateTime(at, reference)}، الأوقات بتوقيت ${isolatedLeftToRight(timeZone)}`,
    table: {
      caption: (title, note) => `${isolated(title)}. ${isolated(note)}`,
      region: (title) => `${isolated(title)}، جدول`,
    },
    definition: {
      title: (title) => `التعريف: ${isolated(title)}`,
      formula: 'الصيغة',
      version: 'الإصدار',
      versionAndHash: (version, hash) => isolatedLeftToRight(`${version} (${hash})`),
      rules: 'القواعد',
      zone: 'المنطقة الزمنية',
      asOf: 'البيانات حتى',
    },
  };
}
