import { figureParts } from './figure-parts.js';
import type { FigurePart } from './figure-parts.js';

const UNITS = [
  { unit: 'day', symbol: 'd', ms: 86_400_000 },
  { unit: 'hour', symbol: 'h', ms: 3_600_000 },
  { unit: 'minute', symbol: 'min', ms: 60_000 },
  { unit: 'second', symbol: 's', ms: 1_000 },
] as const;

const SECOND = 1_000;
const NO_BREAK_SPACE = '\u00a0';

// Intl has no word for "less than": the sign stands in wherever a language is not listed.
const UNDER: Readonly<Record<string, string>> = { en: 'under', de: 'unter', ar: 'أقل من' };

interface Unit {
  readonly ms: number;
  readonly symbol: string;
  readonly short: Intl.NumberFormat;
  readonly long: Intl.NumberFormat;
}

interface Piece {
  readonly amount: number;
  readonly unit: Unit;
}

/** Writes durations given in milliseconds (0 or more), in the words of one locale. */
export interface DurationFormat {
  /** "4 min 12 s": the two largest units, "under 1 s" below a second. */
  readonly text: (ms: number) => string;
  /** The same in parts, so that units can be set smaller. */
  readonly parts: (ms: number) => readonly FigurePart[];
  /** "4 minutes, 12 seconds": for screen readers. */
  readonly spoken: (ms: number) => string;
}

/**
 * Durations in a locale. Languages in Latin script use the international symbols d, h, min and s, because Intl's own
 * short forms differ from unit to unit ("12 Min." beside "12h"); the others use Intl's short words.
 */
export function durationFormat(locale: string): DurationFormat {
  const whole = new Intl.NumberFormat(locale);
  const tag = new Intl.Locale(locale);
  const usesSymbols = tag.maximize().script === 'Latn';
  const under = UNDER[tag.language] ?? '<';
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const units: readonly Unit[] = UNITS.map(({ unit, symbol, ms }) => ({
    ms,
    symbol,
    short: unitFormat(locale, unit, 'short'),
    long: unitFormat(locale, unit, 'long'),
  }));
  const aSecond = units.slice(-1).map((unit): Piece => ({ amount: 1, unit }));
  const pieceParts = ({ amount, unit }: Piece): readonly FigurePart[] =>
    usesSymbols
      ? [
          { kind: 'number', text: whole.format(amount) },
          { kind: 'unit', text: `${NO_BREAK_SPACE}${unit.symbol}` },
        ]
      : figureParts(unit.short.formatToParts(amount)).map(onOneLine);
  const parts = (ms: number): readonly FigurePart[] =>
    ms < SECOND
      ? aSecond.flatMap(pieceParts).map((part, index) => prefixed(part, index === 0 ? under + NO_BREAK_SPACE : ''))
      : split(ms, units).flatMap((piece, index) =>
          pieceParts(piece).map((part, inner) => prefixed(part, index > 0 && inner === 0 ? ' ' : '')),
        );

  return {
    parts,
    text: (ms) =>
      parts(ms)
        .map((part) => part.text)
        .join(''),
    spoken(ms) {
      if (ms < SECOND) return `${under} ${aSecond.map(spokenPiece).join('')}`;
      return list.format(split(ms, units).map(spokenPiece));
    },
  };
}

function prefixed({ kind, text }: FigurePart, prefix: string): FigurePart {
  return { kind, text: prefix + text };
}

/** Keeps a unit on the line of its number. */
function onOneLine({ kind, text }: FigurePart): FigurePart {
  return { kind, text: text.replaceAll(' ', NO_BREAK_SPACE) };
}

function spokenPiece({ amount, unit }: Piece): string {
  return unit.long.format(amount);
}

/** The two largest units of at least a second, the smaller one rounded. */
function split(ms: number, units: readonly Unit[]): Piece[] {
  const [first, second] = twoLargest(ms, units);
  if (first === undefined) return [];
  const step = (second ?? first).ms;
  const rounded = Math.round(ms / step) * step;
  // Rounding can carry into a larger unit: 59 min 59.7 s is 1 h.
  if (twoLargest(rounded, units)[0] !== first) return split(rounded, units);
  const amount = Math.floor(rounded / first.ms);
  const rest = rounded - amount * first.ms;
  const pieces: Piece[] = [{ amount, unit: first }];
  if (second !== undefined && rest > 0) pieces.push({ amount: rest / second.ms, unit: second });
  return pieces;
}

function twoLargest(ms: number, units: readonly Unit[]): readonly Unit[] {
  return units.slice(units.findIndex((unit) => ms >= unit.ms)).slice(0, 2);
}

function unitFormat(locale: string, unit: string, unitDisplay: 'short' | 'long'): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
}
