import type { GapSortKey, GapStatus } from '../gaps/gap-records.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';

const STATUS: Readonly<Record<GapStatus, string>> = { open: 'Open', resolved: 'Resolved', dismissed: 'Dismissed' };
const ORDERS: Readonly<Record<GapSortKey, Readonly<Record<'ascending' | 'descending', string>>>> = {
  title: { ascending: 'Sorted by topic, A to Z', descending: 'Sorted by topic, Z to A' },
  conversations: {
    ascending: 'Sorted by conversations, fewest first',
    descending: 'Sorted by conversations, most first',
  },
  lastAskedAt: {
    ascending: 'Sorted by last conversation, oldest first',
    descending: 'Sorted by last conversation, newest first',
  },
};
const EMPTY: Readonly<Record<GapStatus, { readonly title: string; readonly text: string }>> = {
  open: {
    title: 'No open topics',
    text: 'A topic appears here when visitors ask what the agent cannot answer.',
  },
  resolved: {
    title: 'No resolved topics',
    text: 'A topic appears here when a short answer has resolved its questions.',
  },
  dismissed: { title: 'No dismissed topics', text: 'A topic appears here when somebody has dismissed its questions.' },
};

/** The texts of the knowledge gaps in English. */
export function gapsInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count } = format;
  const topics = (amount: number) => plural(amount, { one: '1 topic', other: `${count(amount)} topics` });
  return {
    title: 'Knowledge gaps',
    note: 'Topics visitors asked about and the agent could not answer',
    topic: 'Topic',
    conversations: 'Conversations',
    last: 'Last conversation',
    /** Short heading of the same column. */
    lastShort: 'Last',
    search: 'Search topics',
    statusLabel: 'Status',
    status: (status: GapStatus) => STATUS[status],
    /** Said when the order changes. */
    sorted: (key: GapSortKey, direction: 'ascending' | 'descending') => ORDERS[key][direction],
    returned: 'Returned',
    returnedHint: 'Asked again after it was resolved or dismissed; only what is new is counted',
    /** `total` is null where the source does not know it. */
    shown: (shown: number, total: number | null) =>
      total === null ? topics(shown) : `${count(shown)} of ${topics(total)}`,
    /** Said when a search has found something. */
    found: (amount: number) => plural(amount, { one: '1 topic found', other: `${count(amount)} topics found` }),
    showMore: 'Show more',
    /** Said when more topics have come. */
    more: (amount: number) => plural(amount, { one: '1 more topic', other: `${count(amount)} more topics` }),
    empty: (status: GapStatus) => EMPTY[status],
    noMatch: (search: string) => ({ title: `No topic contains “${search}”`, text: 'Try fewer or other words.' }),
    failed: 'The topics could not be loaded',
    failedMore: 'More topics could not be loaded',
    forbidden: 'You cannot see these topics',
    unsupported: {
      title: 'This source has no knowledge gaps',
      text: 'Topics appear here once its adapter lists them.',
    },
    table: (status: GapStatus) =>
      ({ open: 'Open topics', resolved: 'Resolved topics', dismissed: 'Dismissed topics' })[status],
  };
}
