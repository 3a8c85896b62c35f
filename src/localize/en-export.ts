import type { Unit } from '../metrics/figures.js';
import type { Grain } from './messages.js';

const UNITS: Readonly<Record<Unit, string>> = {
  conversations: 'conversations',
  submissions: 'answers',
  ratio: 'ratio 0–1',
  milliseconds: 'ms',
};
const GRAINS: Readonly<Record<Grain, string>> = { day: 'Days', week: 'Weeks', month: 'Months' };

/** The texts of downloaded files, in English. */
export const exportInEnglish = {
  /** Why nothing can be downloaded: the result is not by the official rules. */
  notOfficial: 'Not by the official rules',
  /** Said once the browser has the file. */
  downloaded: (name: string) => `Downloaded ${name}`,
  failed: (name: string) => `${name} could not be made`,
  /** The lines above the table. */
  header: {
    title: 'Title',
    note: 'What is counted',
    report: 'Report',
    formula: 'Formula',
    formulaOf: (figure: string) => `Formula of ${figure}`,
    version: 'Definition version',
    hash: 'Definition hash',
    from: 'From',
    to: 'To, not included',
    comparedFrom: 'Compared with, from',
    comparedTo: 'Compared with, to, not included',
    zone: 'Time zone',
    channels: 'Channels',
    grain: 'Divided into',
    asOf: 'Data as of',
    notice: 'Note',
  },
  allChannels: 'All',
  grains: GRAINS,
  /** Heading of the first day of a day, week or month. */
  firstDay: 'First day',
  unit: (unit: Unit) => UNITS[unit],
  /** Counts need no unit beside a column's name. */
  withUnit: (column: string, unit: Unit) =>
    unit === 'ratio' || unit === 'milliseconds' ? `${column} (${UNITS[unit]})` : column,
  unitOf: (column: string) => `Unit of ${column}`,
};
