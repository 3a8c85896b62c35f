import { channelNames } from './channel-names.js';

/** Names of channels in Arabic, where brands have a spelling of their own. */
export const channelInArabic = channelNames({
  chat: 'دردشة',
  email: 'بريد إلكتروني',
  phone: 'هاتف',
  voice: 'صوت',
  form: 'نموذج',
  social: 'وسائل التواصل',
  whatsapp: 'واتساب',
  facebook: 'فيسبوك',
  messenger: 'ماسنجر',
  instagram: 'إنستغرام',
  telegram: 'تيليغرام',
  unknown: 'غير معروف',
});
