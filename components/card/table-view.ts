import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ReportTable, TableCell, TableColumn } from '../../src/export/table.js';

/** A table in a card, with the words around it. */
export interface TableOptions extends ReportTable {
  /** What the table holds, for screen readers: the card's heading says it to the eye. */
  readonly caption: string;
  /** Accessible name of the region that scrolls. */
  readonly region: string;
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

function renderCell(column: TableColumn, cell: TableCell | undefined, index: number): TemplateResult {
  const content = cell === undefined ? nothing : renderContent(cell);
  return index === 0
    ? html`<th scope="row" class=${cellClass(column)}>${content}</th>`
    : html`<td class=${cellClass(column)}>${content}</td>`;
}

function renderContent(cell: TableCell): string | TemplateResult[] {
  if (typeof cell === 'string') return cell;
  return 'lines' in cell ? cell.lines.map((line) => html`<p>${line}</p>`) : cell.text;
}

function cellClass({ numeric, muted }: TableColumn): string {
  return [numeric && 'numeric', muted && 'muted'].filter(Boolean).join(' ');
}
