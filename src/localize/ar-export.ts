import type { Unit } from '../metrics/figures.js';
import { isolatedLeftToRight } from './isolate.js';
import type { Grain, Messages } from './messages.js';

const UNITS: Readonly<Record<Unit, string>> = {
  conversations: 'محادثات',
  submissions: 'تقييمات',
  ratio: 'نسبة من 0 إلى 1',
  milliseconds: 'ms',
};
const GRAINS: Readonly<Record<Grain, string>> = { day: 'أيام', week: 'أسابيع', month: 'أشهر' };

/** The texts of downloaded files, in Arabic. Names of columns hold no marks of direction: spreadsheets look them up. */
export const exportInArabic: Messages['export'] = {
  notOfficial: 'ليس وفق القواعد الرسمية',
  downloaded: (name) => `تم تنزيل ${isolatedLeftToRight(name)}`,
  failed: (name) => `تعذّر إنشاء ${isolatedLeftToRight(name)}`,
  header: {
    title: 'العنوان',
    note: 'ما يُحتسب',
    report: 'التقرير',
    formula: 'الصيغة',
    formulaOf: (figure) => `صيغة ${figure}`,
    version: 'إصدار التعريف',
    hash: 'بصمة التعريف',
    from: 'من',
    to: 'إلى، غير مشمول',
    comparedFrom: 'مقارنةً بـ، من',
    comparedTo: 'مقارنةً بـ، إلى، غير مشمول',
    zone: 'المنطقة الزمنية',
    channels: 'القنوات',
    grain: 'مقسّم إلى',
    asOf: 'البيانات حتى',
    notice: 'ملاحظة',
  },
  allChannels: 'الكل',
  grains: GRAINS,
  firstDay: 'أول يوم',
  unit: (unit) => UNITS[unit],
  withUnit: (column, unit) => (unit === 'ratio' || unit === 'milliseconds' ? `${column} (${UNITS[unit]})` : column),
  unitOf: (column) => `وحدة ${column}`,
};
