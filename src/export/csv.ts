import type { Unit } from '../metrics/figures.js';
import type { ReportTable, TableCell } from './table.js';

/** How a CSV says what its figures are measured in. */
export interface CsvWords {
  /** Heading of a column whose figures all have this unit. */
  readonly withUnit: (column: string, unit: Unit) => string;
  /** Heading of the column beside one whose figures differ in their units. */
  readonly unitOf: (column: string) => string;
  /** What stands in such a column. */
  readonly unit: (unit: Unit) => string;
}

/** A finished field: a text that is still to be made safe, or a number; null is unknown. */
type Field = string | number | null;

/** Without it spreadsheets read the file in the encoding of the old days, and umlauts break. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180: lines end so on every system. */
const LINE_END = '\r\n';

/** What makes a spreadsheet calculate. */
const FORMULA_SIGNS = '=+-@';

/** What some spreadsheets drop from the start of a text, so that a sign behind it comes first. */
const DROPPED_LEADS = '\t\r\n\0';

/**
 * A table as CSV: RFC 4180 with a byte order mark. Above it stand lines of a label and its value, and an empty one between.
 * All lines have the same number of fields. Figures are machine numbers (counts, ratios 0–1, milliseconds; null is an empty
 * field) with their unit in the heading; texts are {@link safeText}, those under one another in a cell on lines of their own.
 */
export function csvOf(table: ReportTable, header: readonly (readonly [string, string])[], words: CsvWords): string {
  const units = table.columns.map((_, index) => unitsOf(table, index));
  const heading = table.columns.flatMap(({ label }, index) => headingOf(label, units[index]!, words));
  const rows = table.rows.map(({ cells }) =>
    table.columns.flatMap((_, index) => fieldsOf(cells[index] ?? '', units[index]!, words)),
  );
  const records: readonly (readonly Field[])[] = [...header, ...(header.length === 0 ? [] : [[]]), heading, ...rows];
  const width = Math.max(...records.map((fields) => fields.length));
  return BYTE_ORDER_MARK + records.map((fields) => writeRecord(fields, width) + LINE_END).join('');
}

/**
 * A text that no spreadsheet takes for a formula: an apostrophe goes before a leading sign (also in its fullwidth, small
 * and raised forms, and behind spaces and invisible characters), tab or line break. The same after a semicolon, a tab
 * and a line break inside: a German spreadsheet splits there.
 */
export function safeText(text: string): string {
  const guarded = text.replaceAll(/[^;\t\r\n]+/g, (part) => (isFormula(part) ? `'${part}` : part));
  return text !== '' && DROPPED_LEADS.includes(text[0]!) ? `'${guarded}` : guarded;
}

function isFormula(text: string): boolean {
  // A quote, too, is gone once the field has been read.
  const [first = ''] = text.replace(/^[\s\p{C}"]+/u, '').normalize('NFKC');
  return first !== '' && FORMULA_SIGNS.includes(first);
}

/** The units of a column's figures, each once. */
function unitsOf({ rows }: ReportTable, column: number): readonly Unit[] {
  const cells = rows.map(({ cells }) => cells[column]);
  return [...new Set(cells.flatMap((cell) => (isFigure(cell) ? [cell.unit] : [])))];
}

function headingOf(label: string, units: readonly Unit[], words: CsvWords): readonly string[] {
  if (units.length > 1) return [label, words.unitOf(label)];
  return [units.length === 1 ? words.withUnit(label, units[0]!) : label];
}

function fieldsOf(cell: TableCell, units: readonly Unit[], words: CsvWords): readonly Field[] {
  const field = fieldOf(cell);
  if (units.length < 2) return [field];
  return [field, isFigure(cell) ? words.unit(cell.unit) : ''];
}

function fieldOf(cell: TableCell): Field {
  if (typeof cell === 'string') return cell;
  return 'lines' in cell ? cell.lines.join('\n') : cell.value;
}

function isFigure(cell: TableCell | undefined): cell is Extract<TableCell, { unit: Unit }> {
  return typeof cell === 'object' && 'unit' in cell;
}

function writeRecord(fields: readonly Field[], width: number): string {
  return Array.from({ length: width }, (_, index) => writeField(fields[index] ?? null)).join(',');
}

function writeField(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return Number.isFinite(field) ? String(field) : '';
  const text = safeText(field);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
