import type { TableCell } from '../../src/export/table.js';
import type { Format } from '../../src/localize/format.js';
import type { Unit } from '../../src/metrics/figures.js';

/** A figure as a cell of a table: as it is, and as it reads. */
export function cellOf(unit: Unit, value: number | null, format: Format): TableCell {
  return { value, unit, text: figureText(unit, value, format) };
}

/** A figure as it reads. */
export function figureText(unit: Unit, value: number | null, format: Format): string {
  if (unit === 'ratio') return format.ratio(value);
  return unit === 'milliseconds' ? format.duration(value) : format.count(value);
}
