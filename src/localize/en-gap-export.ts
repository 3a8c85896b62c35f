/** Headings of files with topics or short answers, in English. */
export const gapExportInEnglish = {
  questions: 'Questions',
  /** Conversations whose course is known. */
  known: 'Course known',
  pending: 'Pending',
  id: 'Id',
  createdAt: 'Made at',
  createdBy: 'Made by',
  resolved: 'Questions resolved',
  url: 'Address',
  topicId: 'Topic id',
};
