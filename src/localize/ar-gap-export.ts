import type { Messages } from './messages.js';

/** Headings of files with topics or short answers, in Arabic. */
export const gapExportInArabic: Messages['gapExport'] = {
  questions: 'الأسئلة',
  known: 'معروفة المسار',
  pending: 'معلّقة',
  id: 'المعرّف',
  createdAt: 'تاريخ الإنشاء',
  createdBy: 'أنشأها',
  resolved: 'الأسئلة المحلولة',
  url: 'العنوان',
  topicId: 'معرّف الموضوع',
};
