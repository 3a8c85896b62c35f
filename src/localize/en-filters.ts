import type { Grain } from '../time/civil.js';
import { channelInEnglish } from './en-channels.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';
import { code, rich } from './rich-text.js';

const RANGES: Readonly<Record<string, string>> = {
  'this-week': 'This week',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
};
const GRAINS: Readonly<Record<Grain, string>> = { day: 'Day', week: 'Week', month: 'Month' };

/** The texts of the filters in English. */
export function filtersInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count } = format;
  return {
    /** Name of them all for screen readers. */
    label: 'Filters',
    range: 'Range',
    /** A range with a name; undefined for weeks and days. */
    named: (range: string): string | undefined => RANGES[range],
    weeks: (weeks: number) => plural(weeks, { one: 'Last week', other: `Last ${count(weeks)} weeks` }),
    /** Both days included. */
    days: (first: number, last: number, reference: number) => format.dayRange(first, last, reference),
    /** Where there is no clock yet that says which days. */
    ownDays: 'Own days',
    first: 'First day',
    last: 'Last day',
    apply: 'Apply',
    missingDay: 'Choose both days.',
    wrongOrder: 'The first day is after the last one.',
    tooLong: (days: number) => `Choose at most ${count(days)} days.`,
    channels: 'Channels',
    all: 'All',
    allChannels: 'All channels',
    noChannels: 'Channels appear once conversations have come.',
    /** A channel as the source writes it, by its name for people. */
    channel: channelInEnglish,
    chosen: (channels: number) => plural(channels, { one: '1 channel', other: `${count(channels)} channels` }),
    /** Between two names. */
    both: (one: string, other: string) => `${one}, ${other}`,
    grains: 'Cut time into',
    grain: (grain: Grain) => GRAINS[grain],
    /** Why a grain cannot be chosen. */
    tooMany: 'Too many points for this range',
    zone: 'Zone',
    loading: 'Loading…',
    loadingOlder: 'Loading older conversations…',
    failed: 'The data did not load',
    cancelled: 'Loading was cancelled',
    noSource: 'No data source yet',
    /** Said after a refresh. */
    stale: 'The last refresh did not get through.',
    notWired: rich`Filters act on the reports around them: put this element inside ${code('<agent-performance>')}.`,
  };
}
