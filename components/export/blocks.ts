import type { RichText } from '../../src/localize/rich-text.js';
import type { FootLine } from '../card/card.js';
import type { FigureOptions } from '../figure/figure.js';
import type { Key, Swatch } from '../figure/keys.js';
import { LINE, type Pen, type TextStyle } from './pen.js';

/** A part of a picture that knows its height before it is drawn. CSS pixels. */
export interface Block {
  readonly height: number;
  readonly draw: (top: number) => void;
}

/** Where a block lies between the edges of the picture. */
export interface Span {
  readonly start: number;
  readonly width: number;
}

const SWATCH_GAP = 8;
const KEY_GAP = 14;

/** Units beside a large figure, as a share of its size. */
const UNIT_SIZE = 0.6;

/** From this width on figures stand side by side, three and then five. */
const SIDE_BY_SIDE = 480;
const ALL_IN_A_ROW = 840;

/** Blocks under one another. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const height = blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1);
  return {
    height,
    draw(top) {
      let at = top;
      for (const block of blocks) {
        block.draw(at);
        at += block.height + gap;
      }
    },
  };
}

/** Blocks beside one another, each where it was made to lie. */
export function beside(blocks: readonly Block[]): Block {
  return {
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    draw: (top) => blocks.forEach((block) => block.draw(top)),
  };
}

/** A text in as many lines as it needs, with the swatch it explains. */
export function textBlock(
  pen: Pen,
  text: RichText | string,
  style: TextStyle,
  { start, width }: Span,
  swatch?: Swatch,
): Block {
  const inset = swatch === undefined ? 0 : (swatch.pattern === 'dashed' ? 16 : 10) + SWATCH_GAP;
  const lines = pen.wrap(text, style, width - inset);
  const line = style.size * LINE;
  return {
    height: lines.length * line,
    draw(top) {
      if (swatch !== undefined) pen.swatch(swatch, start, top + line / 2);
      lines.forEach((text, index) => pen.writeLine(text, start + inset, top + (index + 0.5) * line, style));
    },
  };
}

/** The lines under a picture. */
export function footBlock(pen: Pen, lines: readonly FootLine[], span: Span): Block {
  const style = { size: pen.theme.length('text-s'), color: 'text-muted' } as const;
  return stack(
    lines.map(({ text, swatch }) => textBlock(pen, text, style, span, swatch)),
    2,
  );
}

/** A legend that wraps between its entries. */
export function keysBlock(pen: Pen, keys: readonly Key[], { start, width }: Span): Block {
  const style = { size: pen.theme.length('text-s'), color: 'text-muted' } as const;
  const line = style.size * LINE;
  let row = 0;
  let at = 0;
  const places = keys.map((key) => {
    const [text = []] = pen.wrap(key.text, style, Infinity);
    const needed = 10 + SWATCH_GAP + pen.widthOf(text, style);
    if (at > 0 && at + needed > width) {
      row += 1;
      at = 0;
    }
    const place = { key, text, row, at };
    at += needed + KEY_GAP;
    return place;
  });
  return {
    height: keys.length === 0 ? 0 : (row + 1) * line,
    draw(top) {
      for (const { key, text, row, at } of places) {
        const middle = top + (row + 0.5) * line;
        pen.swatch(key, start + at, middle);
        pen.writeLine(text, start + at + 10 + SWATCH_GAP, middle, style);
      }
    },
  };
}

/** Figures side by side, as many in a row as there is room for. */
export function figuresBlock(pen: Pen, figures: readonly FigureOptions[], { start, width }: Span): Block {
  const most = width >= ALL_IN_A_ROW ? 5 : width >= SIDE_BY_SIDE ? 3 : 1;
  const columns = Math.max(1, Math.min(most, figures.length));
  const gap = pen.theme.length('space-5');
  const column = (width - gap * (columns - 1)) / columns;
  const rows = Array.from({ length: Math.ceil(figures.length / columns) }, (_, row) =>
    figures
      .slice(row * columns, (row + 1) * columns)
      .map((figure, index) =>
        figureBlock(pen, figure, { start: start + index * (column + gap), width: column }, 'large'),
      ),
  );
  return stack(rows.map(beside), gap);
}

/** One figure with all that belongs to it, line by line. */
export function figureBlock(
  pen: Pen,
  figure: FigureOptions,
  span: Span,
  size: FigureOptions['size'] = 'regular',
): Block {
  const { label, of, interval, change, pending, notes = [] } = figure;
  const quiet = { size: pen.theme.length('text-s'), color: 'text-muted' } as const;
  const line = (text: RichText | string, style: TextStyle = quiet, swatch?: Swatch): Block =>
    textBlock(pen, text, style, span, swatch);
  const tones = { better: 'text-positive', worse: 'text-negative', neutral: 'text-muted' } as const;
  return stack(
    [
      ...(label === undefined ? [] : [line(label, { size: pen.theme.length('text-m'), color: 'text' })]),
      valueBlock(pen, figure, span, figure.size ?? size),
      ...(of === undefined ? [] : [line(of)]),
      ...(interval === undefined ? [] : [line(interval)]),
      ...(change === undefined ? [] : [line(change.text, { ...quiet, color: tones[change.tone] })]),
      ...(pending === undefined ? [] : [line(pending.text, quiet, pending.swatch)]),
      ...notes.map((note) => line(note)),
    ],
    3,
  );
}

/** The parts of a value one after the other, units small. From the right they are one text, since order then depends on the digits. */
function valueBlock(pen: Pen, { value }: FigureOptions, { start }: Span, named: FigureOptions['size']): Block {
  const size = pen.theme.length(named === 'large' ? 'figure-l' : 'figure-s');
  const number: TextStyle = { size, color: 'text', strong: true };
  const unit: TextStyle = { size: size * UNIT_SIZE, color: 'text-muted', strong: true };
  const whole = value.map(({ text }) => text).join('');
  const parts = pen.direction === 'rtl' ? [{ kind: 'number', text: whole } as const] : value;
  return {
    height: size * LINE,
    draw(top) {
      const baseline = top + (size * LINE) / 2 + size * 0.35;
      let at = start;
      for (const { kind, text } of parts) {
        const style = kind === 'unit' ? unit : number;
        pen.write(text, at, baseline - style.size * 0.35, style);
        at += pen.measure(text, style);
      }
    },
  };
}
