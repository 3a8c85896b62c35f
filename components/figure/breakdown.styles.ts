import { css } from 'lit';

/** Styles of breakdowns: bars, one bar of parts, and rows of facts. They stand beside `figureStyles`. */
export const breakdownStyles = css`
  .breakdown {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    font-size: var(--_text-s);
  }
  .whole,
  .bar {
    display: block;
    inline-size: 100%;
    forced-color-adjust: none;
    print-color-adjust: exact;
    overflow: visible;
  }
  .whole {
    block-size: calc(0.875 * var(--_rem));
  }
  .bar {
    block-size: calc(0.625 * var(--_rem));
  }
  :is(.whole, .bar):dir(rtl) {
    transform: scaleX(-1);
  }
  .shape {
    block-size: 100%;
    stroke: var(--_surface);
    stroke-width: var(--_stack-gap);
  }
  .bar > .shape {
    stroke: none;
    rx: var(--_radius-bar);
  }
  .shape.solid,
  .stripe {
    fill: var(--_color);
  }
  /* As hollow as its key. */
  .shape.ring {
    y: 1px;
    block-size: calc(100% - 2px);
    fill: var(--_surface);
    stroke: var(--_color);
    stroke-width: 2px;
  }

  .bars {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(50%);
    gap: 0 var(--_space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bars > li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-content: start; /* A bar stays by its name, however high the card is. */
    align-items: baseline;
    row-gap: calc(0.25 * var(--_rem));
    padding-block-end: var(--_space-3);
  }
  /* Many share a high card evenly, a few stay together. */
  .bars:not(:has(> :nth-child(4))) {
    align-content: start;
  }
  .bars > li:last-child {
    padding-block-end: var(--_space-1);
  }
  .bar-label {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    color: var(--_text);
    font-size: var(--_text-m);
  }
  .bar-value {
    grid-column: 2;
    grid-row: 1;
    text-align: end;
    color: var(--_text-muted);
  }
  .bar-value > * {
    white-space: nowrap;
  }
  .bar-value > b,
  .fact b {
    font-weight: var(--_weight-strong);
    color: var(--_text);
  }
  .bar-value > span {
    display: inline-block;
    min-inline-size: 3.5em;
  }
  .bars .bar {
    grid-column: 1 / -1;
  }
  @container (min-width: 22.15em) {
    .bars.beside {
      grid-template-columns: fit-content(45%) minmax(calc(2 * var(--_rem)), 1fr) auto;
    }
    .bars.beside > li {
      align-items: center;
      padding-block-end: calc(0.375 * var(--_rem));
    }
    .bars.beside .bar-label {
      font-size: var(--_text-s);
    }
    .bars.beside .bar-value {
      grid-column: 3;
    }
    .bars.beside .bar {
      grid-column: 2;
      grid-row: 1;
    }
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-content: start;
    margin: 0;
  }
  .fact {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
    column-gap: var(--_space-2);
    padding-block: calc(0.3125 * var(--_rem));
    border-block-start: 1px solid var(--_hairline);
  }
  .fact:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .fact.part-of {
    border-block-start: 0;
    padding-block-start: 0;
    color: var(--_text-muted);
  }
  .fact dt {
    display: flex;
    gap: var(--_space-2);
    align-items: baseline;
    min-inline-size: 0;
  }
  .facts:has(.swatch) .fact:not(:has(.swatch)) dt {
    padding-inline-start: calc(0.625 * var(--_rem) + var(--_space-2));
  }
  .facts:has(.swatch) .fact.part-of dt {
    padding-inline-start: calc(1.25 * var(--_rem) + var(--_space-2));
  }
  .fact dd:last-child:nth-child(2) {
    grid-column: 2 / -1;
  }
  .fact dd {
    margin: 0;
    text-align: end;
    white-space: nowrap;
  }
  .fact-note {
    min-inline-size: 3.5em;
    color: var(--_text-muted);
  }
  .fact.part-of b {
    font-weight: var(--_weight);
    color: inherit;
  }
  .breakdown[data-waiting] :is(.shape, .bar-value, .fact dd) {
    fill: var(--_skeleton);
    color: transparent;
  }
  .breakdown[data-waiting] :is(b, .bar-value > span, .fact-note) {
    color: transparent;
    background: linear-gradient(var(--_skeleton) 0 0) center / 100% 70% no-repeat;
    forced-color-adjust: none;
  }

  @container (min-width: 41.85em) {
    .breakdown:has(.bars):has(.facts) {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: var(--_space-6);
    }
  }
`;
