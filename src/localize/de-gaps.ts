import type { GapSortKey, GapStatus } from '../gaps/gap-records.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const STATUS: Readonly<Record<GapStatus, string>> = { open: 'Offen', resolved: 'Gelöst', dismissed: 'Verworfen' };
const ORDERS: Readonly<Record<GapSortKey, Readonly<Record<'ascending' | 'descending', string>>>> = {
  title: { ascending: 'Sortiert nach Thema, A bis Z', descending: 'Sortiert nach Thema, Z bis A' },
  conversations: {
    ascending: 'Sortiert nach Gesprächen, die wenigsten zuerst',
    descending: 'Sortiert nach Gesprächen, die meisten zuerst',
  },
  lastAskedAt: {
    ascending: 'Sortiert nach letztem Gespräch, das älteste zuerst',
    descending: 'Sortiert nach letztem Gespräch, das neueste zuerst',
  },
};
const EMPTY: Readonly<Record<GapStatus, { readonly title: string; readonly text: string }>> = {
  open: {
    title: 'Keine offenen Themen',
    text: 'Hier erscheint ein Thema, wenn Besucher fragen, was der Agent nicht beantworten kann.',
  },
  resolved: {
    title: 'Keine gelösten Themen',
    text: 'Hier erscheint ein Thema, wenn eine Kurzantwort seine Fragen gelöst hat.',
  },
  dismissed: {
    title: 'Keine verworfenen Themen',
    text: 'Hier erscheint ein Thema, wenn jemand seine Fragen verworfen hat.',
  },
};

/** The texts of the knowledge gaps in German. */
export function gapsInGerman(format: Format): Messages['gaps'] {
  const plural = pluralOf('de');
  const { count } = format;
  const topics = (amount: number) => plural(amount, { one: '1 Thema', other: `${count(amount)} Themen` });
  return {
    title: 'Wissenslücken',
    note: 'Themen, nach denen Besucher fragten und die der Agent nicht beantworten konnte',
    topic: 'Thema',
    conversations: 'Gespräche',
    last: 'Letztes Gespräch',
    lastShort: 'Zuletzt',
    search: 'Themen suchen',
    statusLabel: 'Status',
    status: (status) => STATUS[status],
    sorted: (key, direction) => ORDERS[key][direction],
    returned: 'Wieder da',
    returnedHint: 'Erneut gefragt, nachdem es gelöst oder verworfen war; nur das Neue zählt',
    shown: (shown, total) => (total === null ? topics(shown) : `${count(shown)} von ${topics(total)}`),
    found: (amount) => plural(amount, { one: '1 Thema gefunden', other: `${count(amount)} Themen gefunden` }),
    showMore: 'Mehr zeigen',
    more: (amount) => plural(amount, { one: '1 weiteres Thema', other: `${count(amount)} weitere Themen` }),
    empty: (status) => EMPTY[status],
    noMatch: (search) => ({
      title: `Kein Thema enthält „${search}“`,
      text: 'Versuchen Sie weniger oder andere Wörter.',
    }),
    failed: 'Die Themen konnten nicht geladen werden',
    failedMore: 'Weitere Themen konnten nicht geladen werden',
    forbidden: 'Sie können diese Themen nicht sehen',
    unsupported: {
      title: 'Diese Quelle hat keine Wissenslücken',
      text: 'Hier erscheinen Themen, sobald ihr Adapter sie auflistet.',
    },
    table: (status) => ({ open: 'Offene Themen', resolved: 'Gelöste Themen', dismissed: 'Verworfene Themen' })[status],
  };
}
