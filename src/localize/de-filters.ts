import type { Grain } from '../time/civil.js';
import { channelInGerman } from './de-channels.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';
import { code, rich } from './rich-text.js';

const RANGES: Readonly<Record<string, string>> = {
  'this-week': 'Diese Woche',
  'this-quarter': 'Dieses Quartal',
  'last-quarter': 'Letztes Quartal',
};
const GRAINS: Readonly<Record<Grain, string>> = { day: 'Tag', week: 'Woche', month: 'Monat' };

/** The texts of the filters in German. */
export function filtersInGerman(format: Format): Messages['filters'] {
  const plural = pluralOf('de');
  const { count } = format;
  return {
    label: 'Filter',
    range: 'Zeitraum',
    named: (range) => RANGES[range],
    weeks: (weeks) => plural(weeks, { one: 'Letzte Woche', other: `Letzte ${count(weeks)} Wochen` }),
    days: (first, last, reference) => format.dayRange(first, last, reference),
    ownDays: 'Eigene Tage',
    first: 'Erster Tag',
    last: 'Letzter Tag',
    apply: 'Anwenden',
    missingDay: 'Wählen Sie beide Tage.',
    wrongOrder: 'Der erste Tag liegt nach dem letzten.',
    tooLong: (days) => `Wählen Sie höchstens ${count(days)} Tage.`,
    channels: 'Kanäle',
    all: 'Alle',
    allChannels: 'Alle Kanäle',
    noChannels: 'Kanäle erscheinen, sobald Gespräche da sind.',
    channel: channelInGerman,
    chosen: (channels) => plural(channels, { one: '1 Kanal', other: `${count(channels)} Kanäle` }),
    both: (one, other) => `${one}, ${other}`,
    grains: 'Zeit einteilen in',
    grain: (grain) => GRAINS[grain],
    tooMany: 'Zu viele Punkte für diesen Zeitraum',
    zone: 'Zeitzone',
    loading: 'Wird geladen …',
    loadingOlder: 'Ältere Gespräche werden geladen …',
    failed: 'Die Daten wurden nicht geladen',
    cancelled: 'Das Laden wurde abgebrochen',
    noSource: 'Noch keine Datenquelle',
    stale: 'Die letzte Aktualisierung kam nicht durch.',
    notWired: rich`Filter wirken auf die Berichte um sie herum: Setzen Sie dieses Element in ${code('<agent-performance>')}.`,
  };
}
