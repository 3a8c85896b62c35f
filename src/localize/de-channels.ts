import { channelNames } from './channel-names.js';

/** A channel as the source writes it, by its name in German. */
export const channelInGerman = channelNames({
  chat: 'Chat',
  email: 'E-Mail',
  phone: 'Telefon',
  voice: 'Sprache',
  form: 'Formular',
  social: 'Soziale Medien',
  unknown: 'Unbekannt',
});
