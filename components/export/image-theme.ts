import { resolveColors, resolveLengths, resolveText } from '../../src/theme/resolve-colors.js';
import { tokenNames, type TokenName } from '../../src/theme/tokens.js';
import type { StripeTheme } from '../chart/chart-theme.js';

/** What a picture of a card is painted with: tokens resolved to what a canvas understands. Lengths in CSS pixels. */
export interface ImageTheme {
  readonly color: (name: TokenName) => string;
  readonly length: (name: ImageLength) => number;
  readonly fontFamily: string;
  readonly weight: string;
  readonly strongWeight: string;
  /** Stripes of a swatch: finer than those of bars. */
  readonly stripe: StripeTheme;
}

const lengths = [
  ...(['text-s', 'text-m', 'text-l', 'figure-s', 'figure-l', 'chart-height', 'chart-height-l'] as const),
  ...(['space-1', 'space-2', 'space-3', 'space-4', 'space-5', 'border'] as const),
];
type ImageLength = (typeof lengths)[number];

const isColor = (name: TokenName): boolean =>
  /^(surface|text-(muted|positive|negative|notice)$|text$|hairline|notice-surface|series-|feedback-)/.test(name);

/** Reads what a picture of a card is painted with, from the card. */
export function readImageTheme(card: HTMLElement): ImageTheme {
  const color = resolveColors(card, tokenNames.filter(isColor));
  const length = resolveLengths(card, lengths);
  const tint = Number.parseFloat(resolveText(card, 'pending-tint')) || 12;
  return {
    color: (name) => color.get(name) ?? 'rgb(128, 128, 128)',
    length: (name) => length.get(name) ?? 0,
    fontFamily: getComputedStyle(card).fontFamily,
    weight: resolveText(card, 'weight'),
    strongWeight: resolveText(card, 'weight-strong'),
    stripe: { width: 1.5, pitch: 4, angle: 45, tint: tint / 100 },
  };
}
