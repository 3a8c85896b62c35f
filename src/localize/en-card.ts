import type { AdapterErrorCode } from '../errors.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';
import { code, rich, strong } from './rich-text.js';

const REASONS: Readonly<Record<AdapterErrorCode, string>> = {
  unauthenticated: 'Your session has ended. Sign in again, then try again.',
  forbidden: 'You may not read these numbers.',
  'not-found': 'The data is not where it is expected.',
  'rate-limited': 'The help desk was asked too often. Wait a moment, then try again.',
  'too-large': 'The answer is too large. Choose a shorter range.',
  timeout: 'The help desk did not answer in time.',
  offline: 'There is no connection. Check the network, then try again.',
  unavailable: 'The help desk answered with an error.',
  conflict: 'The data changed in the meantime.',
  unsupported: 'This source cannot answer the question.',
  'invalid-payload': 'The help desk’s answer could not be read.',
  unknown: 'Something went wrong while loading.',
};

/** The card's own texts in English. */
export function cardInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, dateTime } = format;
  const conversations = (amount: number) =>
    plural(amount, { one: '1 conversation', other: `${count(amount)} conversations` });
  const near = (at: number, now: number) => {
    const day = format.nearDay(at, now);
    return day === null ? dateTime(at, now) : `${day}, ${format.time(at)}`;
  };
  return {
    menu: {
      label: (title: string) => `Menu for ${title}`,
      showAsTable: 'Show as table',
      showAsChart: 'Show as chart',
      /** Why it cannot be shown as either. */
      noFigures: 'No figures yet',
      downloadCsv: 'Download CSV',
      downloadPng: 'Download PNG',
      downloadJson: 'Download JSON',
      /** Why no list can be downloaded. */
      noEntries: 'Nothing listed',
      definition: 'Definition',
    },
    actions: {
      tryAgain: 'Try again',
      copyDetails: 'Copy details',
      copied: 'Details copied',
      cancel: 'Cancel',
      close: 'Close',
      load: 'Load',
      refresh: 'Refresh',
    },
    waiting: (title: string) => `${title}: loading`,
    progress: {
      label: 'Loading',
      of: (loaded: number, total: number) =>
        plural(total, {
          one: `${count(loaded)} of about 1 conversation`,
          other: `${count(loaded)} of about ${count(total)} conversations`,
        }),
      loaded: (loaded: number) => `${conversations(loaded)} so far`,
      /** Where the source knows bytes but not conversations: the share of them that has come, 0–1. */
      share: (loaded: number, share: number) => `${conversations(loaded)}, ${format.ratioTick(share)} of the data read`,
      hint: 'You can go on working; the figures appear when all are in.',
    },
    cancelled: {
      title: 'Loading was cancelled',
      text: (loaded: number) =>
        loaded === 0
          ? 'Nothing had come yet. Load to see the figures.'
          : `${conversations(loaded)} had come. Load the rest to see the figures.`,
    },
    failed: {
      title: 'The numbers could not be loaded',
      reason: (errorCode: AdapterErrorCode) => REASONS[errorCode],
      retryAfter: (ms: number) => `The help desk asks to wait ${format.duration(ms)}.`,
      support: (errorCode: string) => rich`For support: code ${code(errorCode)}`,
    },
    forbidden: {
      title: 'You cannot see these numbers',
      text: 'Your account has no right to read them. Ask an account admin for it.',
    },
    unsupported: {
      title: 'This source has no conversations',
      text: 'Figures appear here once its adapter hands over conversations.',
    },
    notWired: {
      title: 'This element has no data yet',
      steps: [
        rich`Set its ${code('.adapter')}`,
        rich`Or put it inside ${code('<agent-performance>')}`,
        rich`Or call ${code('configure({ adapter })')}`,
      ],
      foot: 'Goes away as soon as one of the three is there',
    },
    partial: (detail: string) => rich`${strong('Part of the data.')} ${detail}`,
    partialLoaded: (loaded: number) => `Loading stopped after ${conversations(loaded)}.`,
    partialCancelled: (loaded: number) => `Loading was cancelled after ${conversations(loaded)}.`,
    partialOlder: 'Older conversations could not be loaded.',
    stale: (asOf: number, now: number) =>
      rich`${strong(`As of ${near(asOf, now)}.`)} The last refresh did not get through.`,
    leftOut: (amount: number) =>
      plural(amount, { one: '1 record was left out', other: `${count(amount)} records were left out` }),
    leftOutRecords: {
      /** The button beside the count. */
      which: 'Which ones',
      title: 'Records left out',
      some: (amount: number) => plural(amount, { one: 'One of them:', other: `${count(amount)} of them:` }),
      withoutId: 'Without a readable id',
      /** In the place of a field. */
      whole: 'The whole record',
    },
    zone: (timeZone: string) => `Times in ${timeZone}`,
    asOf: (at: number, reference: number) => `Data as of ${dateTime(at, reference)}`,
    asOfIn: (at: number, reference: number, timeZone: string) =>
      `Data as of ${dateTime(at, reference)}, times in ${timeZone}`,
    table: {
      caption: (title: string, note: string) => `${title}. ${note}`,
      region: (title: string) => `${title}, table`,
    },
    definition: {
      title: (title: string) => `Definition: ${title}`,
      formula: 'Formula',
      version: 'Version',
      versionAndHash: (version: string, hash: string) => `${version} (${hash})`,
      rules: 'Rules',
      zone: 'Time zone',
      asOf: 'Data as of',
    },
  };
}
