import type { Messages } from './messages.js';

/** Headings of files with topics or short answers, in German. */
export const gapExportInGerman: Messages['gapExport'] = {
  questions: 'Fragen',
  known: 'Verlauf bekannt',
  pending: 'Schwebend',
  id: 'Kennung',
  createdAt: 'Erstellt am',
  createdBy: 'Erstellt von',
  resolved: 'Gelöste Fragen',
  url: 'Adresse',
  topicId: 'Kennung des Themas',
};
