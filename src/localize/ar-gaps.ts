import type { GapSortKey, GapStatus } from '../gaps/gap-records.js';
import { countedInArabic } from './ar-counted.js';
import type { Format } from './format.js';
import { isolated } from './isolate.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const STATUS: Readonly<Record<GapStatus, string>> = { open: 'مفتوحة', resolved: 'محلولة', dismissed: 'مستبعدة' };
const ORDERS: Readonly<Record<GapSortKey, Readonly<Record<'ascending' | 'descending', string>>>> = {
  title: { ascending: 'مرتبة حسب الموضوع، من أ إلى ي', descending: 'مرتبة حسب الموضوع، من ي إلى أ' },
  conversations: {
    ascending: 'مرتبة حسب المحادثات، الأقل أولًا',
    descending: 'مرتبة حسب المحادثات، الأكثر أولًا',
  },
  lastAskedAt: {
    ascending: 'مرتبة حسب آخر محادثة، الأقدم أولًا',
    descending: 'مرتبة حسب آخر محادثة، الأحدث أولًا',
  },
};
const EMPTY: Readonly<Record<GapStatus, { readonly title: string; readonly text: string }>> = {
  open: { title: 'لا مواضيع مفتوحة', text: 'يظهر موضوع هنا عندما يسأل الزوار عما لا يستطيع الوكيل الإجابة عنه.' },
  resolved: { title: 'لا مواضيع محلولة', text: 'يظهر موضوع هنا عندما تحل إجابة قصيرة أسئلته.' },
  dismissed: { title: 'لا مواضيع مستبعدة', text: 'يظهر موضوع هنا عندما يستبعد أحد أسئلته.' },
};

/** The texts of the knowledge gaps in Arabic. */
export function gapsInArabic(format: Format): Messages['gaps'] {
  const plural = pluralOf('ar');
  const counted = countedInArabic(format);
  const { count } = format;
  return {
    title: 'فجوات المعرفة',
    note: 'مواضيع سأل عنها الزوار ولم يستطع الوكيل الإجابة عنها',
    topic: 'الموضوع',
    conversations: 'المحادثات',
    last: 'آخر محادثة',
    lastShort: 'الأحدث',
    search: 'البحث في المواضيع',
    statusLabel: 'الحالة',
    status: (status) => STATUS[status],
    sorted: (key, direction) => ORDERS[key][direction],
    returned: 'عاد من جديد',
    returnedHint: 'سُئل عنه من جديد بعد حله أو استبعاده؛ لا يُحتسب إلا الجديد',
    shown: (shown, total) =>
      total === null ? counted(shown, 'topic') : `${count(shown)} من ${counted(total, 'topic', 'genitive')}`,
    found: (amount) => `عُثر على ${counted(amount, 'topic', 'genitive')}`,
    showMore: 'عرض المزيد',
    more: (amount) =>
      plural(amount, {
        one: 'موضوع واحد إضافي',
        two: 'موضوعان إضافيان',
        few: `${counted(amount, 'topic')} إضافية`,
        many: `${counted(amount, 'topic')} إضافيًا`,
        other: `${counted(amount, 'topic')} إضافي`,
      }),
    empty: (status) => EMPTY[status],
    noMatch: (search) => ({
      title: `لا يوجد موضوع يحتوي على «${isolated(search)}»`,
      text: 'يمكن المحاولة بكلمات أقل أو كلمات أخرى.',
    }),
    failed: 'تعذّر تحميل المواضيع',
    failedMore: 'تعذّر تحميل المزيد من المواضيع',
    forbidden: 'لا يمكنك رؤية هذه المواضيع',
    unsupported: {
      title: 'لا فجوات معرفة في هذا المصدر',
      text: 'تظهر المواضيع هنا عندما يسردها محوّله.',
    },
    table: (status) =>
      ({ open: 'المواضيع المفتوحة', resolved: 'المواضيع المحلولة', dismissed: 'المواضيع المستبعدة' })[status],
  };
}
