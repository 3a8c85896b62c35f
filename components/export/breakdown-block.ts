import type { Bar, Breakdown, Fact, Part } from '../figure/breakdown.js';
import { beside, stack, textBlock, type Block, type Span } from './blocks.js';
import { LINE, type Pen, type TextStyle } from './pen.js';

/** From this width on bars and facts stand beside each other, three parts to two. */
const SIDE_BY_SIDE = 544;
const BARS_SHARE = 0.6;

const WHOLE_HEIGHT = 14;
const BAR_HEIGHT = 10;
const GAP = 12;
const FACT_PADDING = 5;
const INDENT = 18;

/** Names beside their bars take at most this share. */
const LARGEST_NAME = 0.45;

/** What a whole is made of, as the card shows it: one bar of parts, bars, and rows of facts. */
export function breakdownBlock(pen: Pen, { whole, bars, barsStand, facts }: Breakdown, { start, width }: Span): Block {
  const gap = pen.theme.length('space-4');
  const isWide = bars !== undefined && facts !== undefined && width >= SIDE_BY_SIDE;
  const first = isWide ? Math.round((width - 2 * gap) * BARS_SHARE) : width;
  const second = isWide ? { start: start + first + 2 * gap, width: width - first - 2 * gap } : { start, width };
  const left = bars === undefined ? [] : [barsBlock(pen, bars, { start, width: first }, barsStand === 'beside')];
  const right = facts === undefined ? [] : [factsBlock(pen, facts, second)];
  const rest = [...left, ...right];
  return stack(
    [...(whole === undefined ? [] : [wholeBlock(pen, whole, { start, width })]), ...(isWide ? [beside(rest)] : rest)],
    gap,
  );
}

function wholeBlock(pen: Pen, parts: readonly Part[], { start, width }: Span): Block {
  return {
    height: WHOLE_HEIGHT,
    draw(top) {
      let at = start;
      for (const { share, pattern, color } of parts) {
        // One pixel of surface between parts.
        pen.bar({ pattern, color }, at, top, Math.max(0, share * width - 1), WHOLE_HEIGHT);
        at += share * width;
      }
    },
  };
}

function barsBlock(pen: Pen, bars: readonly Bar[], { start, width }: Span, isBeside: boolean): Block {
  const styles = stylesOf(pen);
  const figures = figureColumns(pen, bars, styles);
  const name = isBeside ? styles.text : { ...styles.text, size: pen.theme.length('text-m') };
  const widestName = Math.ceil(Math.max(...bars.map(({ label }) => pen.measure(label, name))));
  const free = width - figures.width - GAP;
  const nameWidth = isBeside ? Math.min(width * LARGEST_NAME, widestName) : free;
  return stack(
    bars.map((bar) => {
      const label = textBlock(pen, bar.label, name, { start, width: nameWidth });
      const swatch = { pattern: 'solid', color: bar.color } as const;
      const line = name.size * LINE;
      return {
        height: isBeside ? label.height : label.height + 4 + BAR_HEIGHT,
        draw(top) {
          label.draw(top);
          figures.draw(bar, start + width, top + line / 2);
          const from = isBeside ? start + nameWidth + GAP : start;
          const room = isBeside ? free - nameWidth - GAP : width;
          const above = isBeside ? top + (line - BAR_HEIGHT) / 2 : top + label.height + 4;
          pen.bar(swatch, from, above, bar.length * room, BAR_HEIGHT);
        },
      };
    }),
    isBeside ? 6 : GAP,
  );
}

function factsBlock(pen: Pen, facts: readonly Fact[], { start, width }: Span): Block {
  const styles = stylesOf(pen);
  const figures = figureColumns(pen, facts, styles);
  const hasSwatches = facts.some(({ swatch }) => swatch !== undefined);
  return stack(
    facts.map(({ label, swatch, isPart = false, ...fact }, index) => {
      const inset = !hasSwatches || swatch !== undefined ? 0 : isPart ? INDENT + 10 : INDENT;
      const style = isPart ? styles.muted : styles.text;
      const room = width - figures.width - GAP - inset;
      const name = textBlock(pen, label, style, { start: start + inset, width: room }, swatch);
      const padding = isPart || index === 0 ? 0 : FACT_PADDING;
      return {
        height: padding + name.height + FACT_PADDING,
        draw(top) {
          if (padding > 0) pen.fill('hairline', start, top, width, 1);
          name.draw(top + padding);
          figures.draw(fact, start + width, top + padding + (style.size * LINE) / 2, isPart);
        },
      };
    }),
    0,
  );
}

/** Values and their notes, each flush with the end of a column of its own. */
function figureColumns(pen: Pen, rows: readonly Pick<Fact, 'value' | 'note'>[], { value, muted }: Styles) {
  const notes = Math.ceil(Math.max(0, ...rows.map(({ note = '' }) => pen.measure(note, muted))));
  const values = Math.ceil(Math.max(0, ...rows.map((row) => pen.measure(row.value, value))));
  const gap = notes === 0 ? 0 : 8;
  return {
    width: values + gap + notes,
    draw(row: Pick<Fact, 'value' | 'note'>, end: number, middle: number, isQuiet = false): void {
      pen.write(row.value, end - notes - gap, middle, isQuiet ? muted : value, 'end');
      if (row.note !== undefined) pen.write(row.note, end, middle, muted, 'end');
    },
  };
}

interface Styles {
  readonly text: TextStyle;
  readonly value: TextStyle;
  readonly muted: TextStyle;
}

function stylesOf({ theme }: Pen): Styles {
  const size = theme.length('text-s');
  return {
    text: { size, color: 'text' },
    value: { size, color: 'text', strong: true },
    muted: { size, color: 'text-muted' },
  };
}
