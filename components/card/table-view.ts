import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A table of finished texts. The first column names the row. */
export interface TableOptions {
  /** What the table holds, for screen readers: the card's heading says it to the eye. */
  readonly caption: string;
  /** Accessible name of the region that scrolls. */
  readonly region: string;
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
  readonly cells: readonly (string | TemplateResult)[];
}

/** The same figures as the picture, for everyone. Scrolls inside itself, by keyboard too. Styles: `tableStyles`. */
export function renderTable({ caption, region, columns, rows }: TableOptions): TemplateResult {
  return html`<div class="table-region" part="table" role="region" tabindex="0" aria-label=${region}>
    <table>
      <caption class="spoken">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class=${cellClass(column)}>${column.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ cells }) =>
            html`<tr>
              ${columns.map((column, index) => renderCell(column, cells[index], index))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderCell(column: TableColumn, cell: string | TemplateResult | undefined, index: number): TemplateResult {
  const content = cell ?? nothing;
  return index === 0
    ? html`<th scope="row" class=${cellClass(column)}>${content}</th>`
    : html`<td class=${cellClass(column)}>${content}</td>`;
}

function cellClass({ numeric, muted }: TableColumn): string {
  return [numeric && 'numeric', muted && 'muted'].filter(Boolean).join(' ');
}
