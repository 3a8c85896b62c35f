import type { Unit } from '../metrics/figures.js';
import type { Grain, Messages } from './messages.js';

const UNITS: Readonly<Record<Unit, string>> = {
  conversations: 'Gespräche',
  submissions: 'Antworten',
  ratio: 'Anteil 0–1',
  milliseconds: 'ms',
};
const GRAINS: Readonly<Record<Grain, string>> = { day: 'Tage', week: 'Wochen', month: 'Monate' };

/** The texts of downloaded files, in German. */
export const exportInGerman: Messages['export'] = {
  notOfficial: 'Nicht nach den offiziellen Regeln',
  downloaded: (name) => `${name} geladen`,
  failed: (name) => `${name} konnte nicht erstellt werden`,
  header: {
    title: 'Titel',
    note: 'Was gezählt wird',
    report: 'Bericht',
    formula: 'Formel',
    formulaOf: (figure) => `Formel: ${figure}`,
    version: 'Fassung der Definition',
    hash: 'Prüfsumme der Definition',
    from: 'Von',
    to: 'Bis (ausschließlich)',
    comparedFrom: 'Verglichen mit, von',
    comparedTo: 'Verglichen mit, bis (ausschließlich)',
    zone: 'Zeitzone',
    channels: 'Kanäle',
    grain: 'Unterteilt in',
    asOf: 'Stand der Daten',
    notice: 'Hinweis',
  },
  allChannels: 'Alle',
  grains: GRAINS,
  firstDay: 'Erster Tag',
  unit: (unit) => UNITS[unit],
  withUnit: (column, unit) => (unit === 'ratio' || unit === 'milliseconds' ? `${column} (${UNITS[unit]})` : column),
  unitOf: (column) => `Einheit von ${column}`,
};
