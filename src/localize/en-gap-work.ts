import type { AdapterErrorCode } from '../errors.js';
import type { GapStatus, RightStanding } from '../gaps/gap-records.js';
import type { GapWriteKind } from '../gaps/writes.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';

const SAVING: Readonly<Record<GapWriteKind, string>> = {
  resolve: 'Resolving…',
  dismiss: 'Dismissing…',
  restore: 'Restoring…',
};
const NOT_DONE: Readonly<Record<GapWriteKind, string>> = {
  resolve: 'Not saved.',
  dismiss: 'Not dismissed.',
  restore: 'Not restored.',
};

/** The texts of answering, dismissing and restoring gaps in English. */
export function gapWorkInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count } = format;
  const questions = (amount: number) => plural(amount, { one: '1 question', other: `${count(amount)} questions` });
  return {
    open: (title: string) => `Open “${title}”`,
    selectTopic: (title: string) => `Select “${title}”`,
    /** `total` is null where the source does not know it. */
    selectAll: (total: number | null) =>
      total === null
        ? 'Select all topics'
        : plural(total, { one: 'Select the topic', other: `Select all ${count(total)} topics` }),
    selected: (amount: number, total: number | null) =>
      total === null
        ? plural(amount, { one: '1 topic selected', other: `${count(amount)} topics selected` })
        : plural(total, {
            one: '1 of 1 topic selected',
            other: `${count(amount)} of ${count(total)} topics selected`,
          }),
    clear: 'Clear',
    dismissTopics: 'Dismiss topics',
    restoreTopics: 'Restore topics',
    saving: (kind: GapWriteKind) => SAVING[kind],
    /** What a write has done, in questions. */
    done: (kind: GapWriteKind, amount: number) =>
      ({
        resolve: `Short answer created, ${questions(amount)} resolved`,
        dismiss: `${questions(amount)} dismissed`,
        restore: plural(amount, {
          one: '1 question is open again',
          other: `${count(amount)} questions are open again`,
        }),
      })[kind],
    undo: 'Undo',
    /** Where a write can be taken back later. */
    later: (status: Exclude<GapStatus, 'open'>): string =>
      status === 'resolved' ? 'Undo here, or later under Resolved' : 'Undo here, or later under Dismissed',
    notDone: (kind: GapWriteKind) => NOT_DONE[kind],
    /** Why, in a sentence; what is not known is told to be so. */
    reason: (code: AdapterErrorCode) =>
      (
        ({
          conflict: 'Somebody else has changed these questions meanwhile. What is shown is up to date again.',
          offline: 'There is no connection.',
          timeout: 'The help desk did not answer in time.',
          forbidden: 'The help desk does not allow it.',
          unavailable: 'The help desk cannot be reached at the moment.',
          unauthenticated: 'Sign in to the help desk again.',
          'rate-limited': 'The help desk asks for a pause.',
          'not-found': 'It is not there any more.',
          'too-large': 'The text is too long for the help desk.',
          unsupported: 'This source cannot do it.',
        }) as Partial<Record<AdapterErrorCode, string>>
      )[code] ?? 'The help desk could not do it.',
    /** Before what became of a write in another topic than the one that is shown. */
    elsewhere: (title: string | null) => (title === null ? 'In another topic:' : `In “${title}”:`),
    /** Where the answer was lost: nobody knows whether it was written. */
    notConfirmed: 'Not confirmed.',
    /** More topics than one write may be about. */
    tooMuch: 'These are too many at once. Select fewer.',
    nothingChanged: 'Nothing was changed.',
    maybeDone: 'It may have been done all the same; trying again does nothing twice.',
    right: (standing: Exclude<RightStanding, 'allowed' | 'hidden'>) =>
      ({
        'needs-role': {
          title: 'You need the customer agent editor permission',
          text: 'You can read all questions and open their tickets. To answer or dismiss them, ask an account admin for the permission.',
        },
        'needs-seat': {
          title: 'You need an assigned paid seat',
          text: 'Answering and dismissing come with a paid seat. Your admin assigns seats.',
        },
      })[standing],
  };
}
