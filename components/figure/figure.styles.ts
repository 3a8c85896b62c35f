import { css, unsafeCSS } from 'lit';
import { tokenNames } from '../../src/theme/tokens.js';

// Classes instead of style attributes, which a strict content security policy forbids.
const colors = tokenNames
  .filter((name) => name.startsWith('series-') || name.startsWith('feedback-'))
  .map((name) => `.color-${name} { --_color: var(--_${name}); }`)
  .join('\n');

/** Styles of figures, their lists and legends, for the shadow root that renders them. They read the private theme. */
export const figureStyles = css`
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(0.125 * var(--_rem)) var(--_space-2);
    min-inline-size: 0;
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .value {
    color: var(--_text);
    font-size: var(--_figure-s);
    font-weight: var(--_weight-strong);
    line-height: var(--_line-figure);
    letter-spacing: var(--_tracking-figure);
    white-space: nowrap;
  }
  .large > .value {
    font-size: var(--_figure-l);
  }
  .value small {
    font-size: 0.6em;
    letter-spacing: 0;
    color: var(--_text-muted);
    margin-inline-start: 0.1em;
    word-spacing: -0.1em;
  }
  .of {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
  }
  .figure > :is(.change, .pending, .more) {
    flex-basis: 100%;
  }
  .change strong,
  .keys strong {
    font-weight: var(--_weight-strong);
    color: var(--_text);
  }
  .change strong {
    white-space: nowrap;
  }
  .change.better strong {
    color: var(--_text-positive);
  }
  .change.worse strong {
    color: var(--_text-negative);
  }
  .pending {
    display: flex;
    gap: calc(0.375 * var(--_rem));
    align-items: baseline;
  }

  .figures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .figure.stacked {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-areas: 'label value' 'of of';
    column-gap: var(--_space-3);
    row-gap: 0;
    align-content: start;
    padding-block: var(--_space-3);
    border-block-start: var(--_border) solid var(--_hairline);
  }
  .figure.stacked:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .figure.stacked:last-child {
    padding-block-end: 0;
  }
  .stacked > * {
    grid-column: 1 / -1;
  }
  .stacked > .label {
    grid-area: label;
    font-size: var(--_text-m);
    color: var(--_text);
    text-wrap: balance;
  }
  .stacked > .value {
    grid-area: value;
  }
  .stacked > .of {
    grid-area: of;
  }
  .stacked > .of ~ * {
    margin-block-start: calc(0.25 * var(--_rem));
  }
  .stacked > .pending {
    align-items: start;
  }
  .stacked .swatch {
    margin-block-start: 0.2em;
  }

  @container (min-width: 41.85em) {
    .figures {
      grid-template-columns: repeat(6, minmax(0, 1fr));
      row-gap: var(--_space-5);
    }
    .figures > .figure.stacked {
      grid-column: span 2;
      border-block-start: 0;
      border-inline-start: var(--_border) solid var(--_hairline);
      padding-block: 0;
      padding-inline: var(--_space-4);
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'label' 'value' 'of';
    }
    .figures > .figure:nth-child(-n + 2) {
      grid-column: span 3;
    }
    .figures > .figure:is(:nth-child(1), :nth-child(3)) {
      border-inline-start: 0;
      padding-inline-start: 0;
    }
    .stacked > .value {
      margin-block: calc(0.375 * var(--_rem));
    }
  }
  @container (min-width: 70.15em) {
    .figures {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .figures > .figure.stacked,
    .figures > .figure:nth-child(-n + 2) {
      grid-column: auto;
      grid-row: span 5;
      grid-template-rows: subgrid;
    }
    .figures > .figure:nth-child(3) {
      border-inline-start: var(--_border) solid var(--_hairline);
      padding-inline-start: var(--_space-4);
    }
  }

  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.125 * var(--_rem)) calc(0.875 * var(--_rem));
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .keys li {
    display: inline-flex;
    align-items: baseline;
    gap: calc(0.375 * var(--_rem));
  }

  ${unsafeCSS(colors)}
  .swatch {
    flex: none;
    box-sizing: border-box;
    display: inline-block;
    inline-size: calc(0.625 * var(--_rem));
    block-size: calc(0.625 * var(--_rem));
    border-radius: 2px;
    background: var(--_color);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .swatch.hatched {
    background: repeating-linear-gradient(
      135deg,
      var(--_color) 0 1.5px,
      color-mix(in srgb, var(--_color) var(--_pending-tint), transparent) 1.5px 4px
    );
    border: 1px solid var(--_color);
  }
  .swatch.dashed {
    inline-size: var(--_rem);
    block-size: 0;
    border-radius: 0;
    border-block-start: 2px dashed var(--_color);
    background: none;
    align-self: start;
    margin-block-start: 0.5em;
  }
  .swatch.ring {
    border-radius: 50%;
    border: 2px solid var(--_color);
    background: none;
  }

  .skeleton {
    display: inline-block;
    inline-size: 100%;
    max-inline-size: calc(9 * var(--_rem));
    background: var(--_skeleton);
    clip-path: inset(12% 0 round 3px);
    forced-color-adjust: none;
  }
  /* A line of text nobody sees, so that the block is as tall as the text to come and sits on its baseline. */
  .skeleton::before {
    content: '\\00a0';
  }
  .bone {
    background: linear-gradient(var(--_skeleton) 0 0) center / 100% 76% no-repeat;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    forced-color-adjust: none;
  }
  .bone > span,
  [data-waiting] :is(.interval, .pending, .more) {
    visibility: hidden;
  }
`;
