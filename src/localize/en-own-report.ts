import type { Format } from './format.js';
import { pluralOf } from './plural.js';

/** What the kit adds to the words of a host's own report, in English. */
export function ownReportInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, ratio, dateTime } = format;
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}; settled by ${dateTime(at, reference)}`;
  const open = (amount: number): string =>
    plural(amount, {
      one: '1 conversation can still change it',
      other: `${count(amount)} conversations can still change it`,
    });
  return {
    /** Stands where the host has given no heading. */
    title: 'Report',
    noDefinition: {
      title: 'No report is chosen yet',
      text: 'It appears here once the page has set this element’s definition.',
    },
    /** The title; the details name the field. */
    badDefinition: 'This report cannot be worked out',
    empty: { title: 'Nothing in this range', text: 'The figures appear here once there is something to count.' },
    of: (part: number, whole: number): string => `${count(part)} of ${count(whole)}`,
    ofWhole: (whole: number): string => `of ${count(whole)}`,
    /** A series and what it is counted of, after the number. */
    pointOf: (label: string, whole: number): string => `${label}, of ${count(whole)}`,
    over: (amount: number): string =>
      plural(amount, { one: 'over 1 conversation', other: `over ${count(amount)} conversations` }),
    nothing: 'Nothing to divide by',
    nothingInside: 'nothing to divide by',
    /** Beside the sum of several parts. */
    inParts: (amount: number): string => plural(amount, { one: 'in 1 part', other: `in ${count(amount)} parts` }),
    others: (amount: number): string => plural(amount, { one: '1 other', other: `${count(amount)} others` }),
    pending: (amount: number, at: number | null, reference: number): string => until(open(amount), at, reference),
    pendingFoot: (amount: number, at: number | null, reference: number, drawn: 'dashed' | 'hatched' | null): string => {
      const how = drawn === null ? '' : { dashed: 'Dashed: ', hatched: 'Hatched: ' }[drawn];
      return `${how}${until(open(amount), at, reference)}`;
    },
    atLeast: (rate: number): string => `${ratio(rate)} at least`,
    atMost: (rate: number): string => `${ratio(rate)} at most`,
    table: {
      figure: 'Figure',
      value: 'Value',
      of: 'Of',
      part: 'Part',
      whole: 'Whole',
      count: 'Count',
      share: 'Share',
      pending: 'Can still change',
    },
    /** Where the host has not said what a figure means. */
    described: 'A figure of this page’s own, made of the measures below.',
    mean: (measure: string): string => `Mean of ${measure}`,
    median: (measure: string): string => `Median of ${measure}`,
  };
}
