import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FigurePart } from '../../src/localize/figure-parts.js';
import type { RichText } from '../../src/localize/rich-text.js';
import { renderSwatch } from './keys.js';
import type { Swatch } from './keys.js';
import { renderText } from './render-text.js';

/** One figure with everything that belongs to it. All texts are finished. */
export interface FigureOptions {
  /** What it is, above the value; absent where the card's heading says it. */
  readonly label?: string;
  /** The value in parts, from the format: `format.ratioParts(rate)`. A dash for null comes out of the format as well. */
  readonly value: readonly FigurePart[];
  /** `large` is the hero of its card. Default `regular`. */
  readonly size?: 'regular' | 'large';
  /** "1,208 of 1,973 settled". */
  readonly of?: string;
  /** The 95 % interval, where the denominator is small. */
  readonly interval?: string;
  readonly change?: FigureChange;
  /** What can still move it. */
  readonly pending?: FigurePending;
  /** Further lines under it. */
  readonly notes?: readonly (RichText | string)[];
  /** Blocks instead of texts, while nothing is known: as large as the texts given. */
  readonly waiting?: boolean;
}

/** The change against the time before. The tone only strengthens what the words say. */
export interface FigureChange {
  readonly text: RichText;
  readonly tone: 'better' | 'worse' | 'neutral';
}

/** Words for what is not finished, with its swatch. */
export interface FigurePending {
  readonly text: string;
  readonly swatch: Swatch;
}

/** A figure for a card's figure row: value and n of N on one line, the rest below. Styles: `figureStyles`. */
export function renderFigure(options: FigureOptions): TemplateResult {
  return html`<div class="figure ${options.size ?? 'regular'}" ?data-waiting=${options.waiting}>
    ${renderContent(options)}
  </div>`;
}

/** Figures side by side, as many in a row as the container holds: one, two and three, then five. Styles: `figureStyles`. */
export function renderFigures(figures: readonly FigureOptions[]): TemplateResult {
  return html`<ul class="figures" part="figures">
    ${figures.map(
      (figure) =>
        html`<li class="figure stacked ${figure.size ?? 'large'}" part="figure-item" ?data-waiting=${figure.waiting}>
          ${renderContent(figure)}
        </li>`,
    )}
  </ul>`;
}

function renderContent(options: FigureOptions): TemplateResult {
  const { label, of, interval, change, pending, notes = [] } = options;
  const write = options.waiting ? renderBone : (content: unknown): unknown => content;
  return html`
    ${label === undefined ? nothing : html`<span class="label" part="label">${label}</span>`}
    <span class="value" part="value">${write(options.value.map(renderPart))}</span>
    <span class="of" part="of">
      ${of === undefined ? nothing : html`<span>${write(of)}</span>`}
      ${interval === undefined ? nothing : html`<span class="interval" part="interval">${interval}</span>`}
    </span>
    ${
      change === undefined
        ? nothing
        : html`<span class="change ${change.tone}" part="change">${write(renderText(change.text))}</span>`
    }
    ${
      pending === undefined
        ? nothing
        : html`<span class="pending" part="pending">${renderSwatch(pending.swatch)}<span>${pending.text}</span></span>`
    }
    ${notes.map((note) => html`<span class="more" part="more">${renderText(note)}</span>`)}
  `;
}

function renderPart(part: FigurePart): TemplateResult | string {
  return part.kind === 'unit' ? html`<small part="unit">${part.text}</small>` : part.text;
}

/** A still block as large as a text that nobody sees. Styles: `figureStyles`. */
export function renderBone(text: unknown): TemplateResult {
  return html`<i class="bone"><span>${text}</span></i>`;
}
