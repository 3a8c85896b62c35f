import type { ReportTable, TableCell, TableColumn } from '../../src/export/table.js';
import type { Block, Span } from './blocks.js';
import { LINE, type Pen, type TextStyle } from './pen.js';

/** Between two columns. */
const GAP = 24;
const ROW_PADDING = 8;

/** Width a table needs so that no cell wraps, as in the table view. CSS pixels. */
export function tableWidth(pen: Pen, table: ReportTable): number {
  return columnWidths(pen, table).reduce((sum, width) => sum + width, 0) + GAP * (table.columns.length - 1);
}

/** A table as the table view shows it: a head in a quiet band, rules between the rows. */
export function tableBlock(pen: Pen, table: ReportTable, { start, width }: Span): Block {
  const widths = columnWidths(pen, table);
  const free = Math.max(0, width - tableWidth(pen, table)) / Math.max(1, widths.length - 1);
  const styles = stylesOf(pen);
  const line = styles.cell.size * LINE;
  const rows = [table.columns.map(({ label }) => [label]), ...table.rows.map(({ cells }) => cells.map(linesOf))];
  const heights = rows.map((cells) => Math.max(1, ...cells.map((lines) => lines.length)) * line + 2 * ROW_PADDING);

  const drawRow = (cells: readonly (readonly string[])[], top: number, isHead: boolean): void => {
    let at = start;
    table.columns.forEach((column, index) => {
      const end = at + widths[index]!;
      // The last column ends where the table does, all others where they need to.
      const isEnd = column.numeric === true;
      cells[index]?.forEach((text, order) => {
        const middle = top + ROW_PADDING + (order + 0.5) * line;
        pen.write(
          text,
          isEnd ? end : at,
          middle,
          isHead ? styles.head : styleOf(column, styles),
          isEnd ? 'end' : 'start',
        );
      });
      at = end + GAP + free;
    });
  };

  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw(top) {
      let at = top;
      pen.fill('surface-sunken', 0, top, pen.width, heights[0]!);
      rows.forEach((cells, index) => {
        drawRow(cells, at, index === 0);
        pen.fill('hairline', 0, at, pen.width, 1);
        at += heights[index]!;
      });
      pen.fill('hairline', 0, at - 1, pen.width, 1);
    },
  };
}

function columnWidths(pen: Pen, { columns, rows }: ReportTable): readonly number[] {
  const styles = stylesOf(pen);
  return columns.map((column, index) => {
    const texts = rows.flatMap(({ cells }) => linesOf(cells[index] ?? ''));
    const widths = texts.map((text) => pen.measure(text, styles.cell));
    return Math.ceil(Math.max(pen.measure(column.label, styles.head), ...widths));
  });
}

function linesOf(cell: TableCell): readonly string[] {
  if (typeof cell === 'string') return [cell];
  return 'lines' in cell ? cell.lines : [cell.text];
}

interface Styles {
  readonly head: TextStyle;
  readonly cell: TextStyle;
  readonly muted: TextStyle;
}

function stylesOf({ theme }: Pen): Styles {
  const size = theme.length('text-m');
  return {
    head: { size: theme.length('text-s'), color: 'text-muted', strong: true },
    cell: { size, color: 'text' },
    muted: { size, color: 'text-muted' },
  };
}

function styleOf({ muted }: TableColumn, styles: Styles): TextStyle {
  return muted ? styles.muted : styles.cell;
}
