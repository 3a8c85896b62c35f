import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { RichText } from '../../src/localize/rich-text.js';
import type { TokenName } from '../../src/theme/tokens.js';
import { renderText } from './render-text.js';

/** How a swatch is drawn: like a finished bar, a pending one, an unfinished line, or its hollow point. */
export type SwatchPattern = 'solid' | 'hatched' | 'dashed' | 'ring';

/** Tokens a swatch can have as its colour. */
export type SwatchColor = Extract<TokenName, `series-${string}` | `feedback-${string}`>;

/** The look of a thing in a chart, beside its words. */
export interface Swatch {
  readonly pattern: SwatchPattern;
  readonly color: SwatchColor;
}

/** One entry of a legend: the swatch carries colour and pattern, the words the meaning. */
export interface Key extends Swatch {
  readonly text: RichText | string;
}

/** A swatch without words; put it beside some. */
export function renderSwatch({ pattern, color }: Swatch): TemplateResult {
  return html`<i class="swatch ${pattern} color-${color}" part="swatch" aria-hidden="true"></i>`;
}

/** A legend in one line that wraps between its entries. Styles: `figureStyles`. */
export function renderKeys(keys: readonly Key[]): TemplateResult {
  return html`<ul class="keys" part="keys">
    ${keys.map((key) => html`<li>${renderSwatch(key)}<span>${renderText(key.text)}</span></li>`)}
  </ul>`;
}
