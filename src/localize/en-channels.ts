import { channelNames } from './channel-names.js';

/** A channel as the source writes it, by its name in English. */
export const channelInEnglish = channelNames({
  chat: 'Chat',
  email: 'Email',
  phone: 'Phone',
  voice: 'Voice',
  form: 'Form',
  social: 'Social',
  unknown: 'Unknown',
});
