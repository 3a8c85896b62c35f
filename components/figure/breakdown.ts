import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderSwatch, type Swatch, type SwatchColor } from './keys.js';

/** What a whole is made of: its parts in one bar, bars beside each other, and rows of facts. All texts are finished. */
export interface Breakdown {
  /** Parts of one whole, in one bar. */
  readonly whole?: readonly Part[];
  readonly bars?: readonly Bar[];
  /** Bars under their names, or beside them where there is room. Default `under`. */
  readonly barsStand?: 'under' | 'beside';
  readonly facts?: readonly Fact[];
  /** Blocks instead of figures, while nothing is known. */
  readonly waiting?: boolean;
}

/** A part of a whole. */
export interface Part extends Swatch {
  /** Share of the whole, 0–1. */
  readonly share: number;
}

/** One bar with its name and figures. */
export interface Bar {
  /** Identifies it over updates. */
  readonly key: string;
  readonly label: string;
  readonly color: SwatchColor;
  /** Share of the longest bar, 0–1. */
  readonly length: number;
  readonly value: string;
  /** What the value is of; absent: nothing to say. */
  readonly note?: string;
}

/** A figure with its name, in a row of its own. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly swatch?: Swatch;
  /** A part of the one above. */
  readonly isPart?: boolean;
}

/** Styles: `breakdownStyles` and `figureStyles`. */
export function renderBreakdown({
  whole,
  bars,
  barsStand = 'under',
  facts,
  waiting = false,
}: Breakdown): TemplateResult {
  return html`<div class="breakdown" part="breakdown" ?data-waiting=${waiting}>
    ${whole === undefined ? nothing : renderWhole(whole)}
    ${
      bars === undefined
        ? nothing
        : html`<ul class="bars ${barsStand}" part="bars">
            ${repeat(bars, ({ key }) => key, renderBar)}
          </ul>`
    }
    ${facts === undefined ? nothing : html`<dl class="facts" part="facts">${facts.map(renderFact)}</dl>`}
  </div>`;
}

/** Only where something is hatched: its id stands once in a card, since the sample that holds the card's room has nothing hatched. */
const stripes = svg`<defs>
  <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="stripe color-series-2" width="2.5" height="6"></rect>
  </pattern>
</defs>`;

/** Its words are the facts below. Lengths are attributes of shapes, since a strict policy forbids style attributes. */
function renderWhole(parts: readonly Part[]): TemplateResult {
  let start = 0;
  const shapes = parts.map((part) => {
    const x = start;
    start += part.share;
    const fill = part.pattern === 'hatched' ? 'url(#stripes)' : nothing;
    return svg`<rect class="shape ${part.pattern} color-${part.color}" fill=${fill} x=${percent(x)} width=${percent(part.share)}></rect>`;
  });
  return html`<svg class="whole" part="whole" aria-hidden="true">
    ${parts.some(({ pattern }) => pattern === 'hatched') ? stripes : nothing} ${shapes}
  </svg>`;
}

function renderBar({ label, color, length, value, note }: Bar): TemplateResult {
  return html`<li part="bar-item">
    <span class="bar-label" part="bar-label"><bdi>${label}</bdi></span>
    <svg class="bar" part="bar" aria-hidden="true">
      <rect class="shape solid color-${color}" width=${percent(length)}></rect>
    </svg>
    <span class="bar-value"><b>${value}</b>${note === undefined ? nothing : html` <span>${note}</span>`}</span>
  </li>`;
}

function renderFact({ label, value, note, swatch, isPart = false }: Fact): TemplateResult {
  return html`<div class=${isPart ? 'fact part-of' : 'fact'}>
    <dt>${swatch === undefined ? nothing : renderSwatch(swatch)}<span>${label}</span></dt>
    <dd><b>${value}</b></dd>
    ${note === undefined ? nothing : html`<dd class="fact-note">${note}</dd>`}
  </div>`;
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}
