import { DefinitionError } from '../errors.js';
import type { Localization } from '../localize/localize.js';
import type { ReportResult } from '../reports/report-result.js';
import type { ReportQuery } from '../reports/run-report.js';
import { zoneOf } from '../time/zone.js';
import { csvOf } from './csv.js';
import { isoDayIn, isoIn } from './iso.js';
import type { ReportTable, TableRow } from './table.js';

/** What a CSV of a report says beside the result. All texts are finished. */
export interface ReportCsv {
  /** The card's heading. */
  readonly title: string;
  /** What is counted. */
  readonly note: string;
  /** What the result was asked for. */
  readonly query: Pick<ReportQuery, 'timeZone' | 'grain' | 'channels'>;
  /** How each figure is made; the name is absent where there is one figure only. */
  readonly figures: readonly { readonly name?: string; readonly formula: string }[];
  /** What to know before one takes the figures for the whole truth. */
  readonly notices: readonly string[];
  /** What the card's table view shows. */
  readonly table: ReportTable;
}

/**
 * A report as CSV: the table view under a header that says what it is, of when and by which definition. Instants are ISO
 * 8601 with the zone's offset; rows that are a day, week or month have their first day beside their name.
 * @throws {DefinitionError} where the result is not by the official rules
 */
export function reportCsv(result: ReportResult, csv: ReportCsv, localization: Localization): string {
  checkOfficial(result);
  const words = localization.messages.export;
  return csvOf(withFirstDays(result, csv, words.firstDay), headerOf(result, csv, localization), words);
}

/**
 * Figures by other rules do not leave the page, where nothing would tell them from the official ones.
 * @throws {DefinitionError} where the result is not by the official rules
 */
export function checkOfficial({ report, definition }: ReportResult): void {
  if (definition.official) return;
  const { version, hash } = definition;
  throw new DefinitionError(
    `${report}: expected a result by the official rules, got one by rules of its own (definition ${version}, ${hash}). Export it without \`rules\`.`,
  );
}

function headerOf(
  result: ReportResult,
  { title, note, query, figures, notices }: ReportCsv,
  { messages }: Localization,
): readonly (readonly [string, string])[] {
  const { header, allChannels, grains } = messages.export;
  const { definition, comparison, buckets } = result;
  const zone = zoneOf(query.timeZone);
  const { channels } = query;
  return [
    [header.title, title],
    [header.note, note],
    [header.report, result.report],
    ...figures.map(
      ({ name, formula }) => [name === undefined ? header.formula : header.formulaOf(name), formula] as const,
    ),
    [header.version, definition.version],
    [header.hash, definition.hash],
    [header.from, isoIn(zone, result.from)],
    [header.to, isoIn(zone, result.to)],
    ...(comparison === undefined
      ? []
      : ([
          [header.comparedFrom, isoIn(zone, comparison.from)],
          [header.comparedTo, isoIn(zone, comparison.to)],
        ] as const)),
    [header.zone, query.timeZone],
    [header.channels, channels === undefined ? allChannels : channels.join(', ')],
    ...(buckets === null ? [] : [[header.grain, grains[query.grain ?? 'week']] as const]),
    [header.asOf, isoIn(zone, result.asOf)],
    ...notices.map((notice) => [header.notice, notice] as const),
  ];
}

/** "9 Mar" is a date of the reader's own year to a spreadsheet: the whole date goes beside it. */
function withFirstDays({ buckets }: ReportResult, { table, query }: ReportCsv, label: string): ReportTable {
  const starts = new Set(buckets?.map(({ start }) => start));
  const isBucket = ({ key }: TableRow): boolean => typeof key === 'number' && starts.has(key);
  if (!table.rows.some(isBucket)) return table;
  const zone = zoneOf(query.timeZone);
  const [name, ...columns] = table.columns;
  return {
    columns: [name!, { label }, ...columns],
    rows: table.rows.map((row) => {
      const [first = '', ...cells] = row.cells;
      return { key: row.key, cells: [first, isBucket(row) ? isoDayIn(zone, Number(row.key)) : '', ...cells] };
    }),
  };
}
