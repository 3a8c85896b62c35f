import type { Unit } from '../metrics/figures.js';

/** A report as a table: what the card's table view shows and a CSV holds. The first column names the row. */
export interface ReportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** One column. */
export interface TableColumn {
  readonly label: string;
  /** Figures stand at the end of their cell. */
  readonly numeric?: boolean;
  /** Quieter than the figures beside it. */
  readonly muted?: boolean;
}

/** One row: a cell a column. */
export interface TableRow {
  /** Identifies the row over updates. */
  readonly key: string | number;
  readonly cells: readonly TableCell[];
}

/** A text; a figure as it is (ratios 0–1, ms; null is unknown) and as it reads; or several texts, one under the other. */
export type TableCell =
  | string
  | { readonly value: number | null; readonly unit: Unit; readonly text: string }
  | { readonly lines: readonly string[] };
