import type { Localization } from '../localize/localize.js';
import { zoneOf } from '../time/zone.js';
import { csvOf } from './csv.js';
import { isoIn } from './iso.js';
import type { TableCell } from './table.js';

/** One column of a list in a file: its heading in a CSV, its key in JSON, and what stands in it. */
export interface ListColumn<Entry> {
  readonly key: string;
  readonly label: string;
  /** Texts, counts, instants (epoch ms as `{ at }`), lists of texts; null is unknown. */
  readonly value: (entry: Entry) => ListValue;
}

/** What an entry has in a column. */
export type ListValue = string | number | boolean | null | { readonly at: number } | readonly string[];

/** A list as it goes into a file. All texts are finished. */
export interface ListFile<Entry> {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly ListColumn<Entry>[];
  readonly entries: readonly Entry[];
  /** Up to when it was asked, epoch ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** A list as CSV, safe against formula injection: a header that says what it is and of when, then a line an entry. */
export function listCsv<Entry>(file: ListFile<Entry>, { messages }: Localization): string {
  const { title, note, columns, entries, now, timeZone } = file;
  const { header } = messages.export;
  const zone = zoneOf(timeZone);
  const cellOf = (value: ListValue): TableCell => {
    if (value === null) return '';
    if (typeof value === 'number') return { value, unit: 'conversations', text: String(value) };
    if (isInstant(value)) return isoIn(zone, value.at);
    return typeof value === 'object' ? { lines: value } : String(value);
  };
  const table = {
    columns: columns.map(({ label }) => ({ label })),
    rows: entries.map((entry, key) => ({ key, cells: columns.map(({ value }) => cellOf(value(entry))) })),
  };
  const above = [
    [header.title, title],
    [header.note, note],
    [header.zone, timeZone],
    [header.asOf, isoIn(zone, now)],
  ] as const;
  return csvOf(table, above, messages.export);
}

/** A list as JSON: the same, with instants as ISO 8601 with the zone's offset. */
export function listJson<Entry>({ title, note, columns, entries, now, timeZone }: ListFile<Entry>): string {
  const zone = zoneOf(timeZone);
  const plain = (value: ListValue): unknown => (isInstant(value) ? isoIn(zone, value.at) : value);
  const rows = entries.map((entry) => Object.fromEntries(columns.map(({ key, value }) => [key, plain(value(entry))])));
  return JSON.stringify({ title, note, timeZone, asOf: isoIn(zone, now), entries: rows }, null, 2);
}

/** Lists have an `at` as well: their method. */
function isInstant(value: ListValue): value is { readonly at: number } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
