import { css, unsafeCSS } from 'lit';
import { themeDeclarations, themeOverrides } from '../../src/theme/tokens.js';
import { ownType } from '../../src/theme/own-type.js';
import { focusStyles, spokenStyles } from './frame.styles.js';

/**
 * The frame of a card, with the theme on `:host`. A grid that sets `grid-row: span 4` and `--dg-card-rows: subgrid` on its
 * children makes headings, figures, pictures and foot lines of neighbours agree. Not the default: in a page's own grid a
 * card is one item like any other, and in Chromium a subgrid without a grid above it does not grow with what comes later.
 */
export const cardStyles = css`
  :host {
    ${unsafeCSS(themeDeclarations)}
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: var(--_card-rows);
    row-gap: 0;
    min-inline-size: 0;
    font-family: var(--_font);
    font-weight: var(--_weight);
    line-height: var(--_line);
    font-variant-numeric: tabular-nums lining-nums;
    color: var(--_text);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  ${unsafeCSS(themeOverrides)}

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :where(h2, h3, h4, h5, h6, p, ul, ol, dl, dd, pre) {
    margin: 0;
    padding: 0;
  }
  .card {
    position: relative;
    display: grid;
    grid-row: span 4;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: subgrid;
    row-gap: 0;
    min-inline-size: 0;
    padding: var(--_space-4) var(--_space-5);
    border: var(--_border) solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    ${unsafeCSS(ownType)}
  }
  .head {
    display: flex;
    justify-content: space-between;
    align-items: start;
    column-gap: var(--_space-2);
  }
  .titles {
    min-inline-size: 0;
  }
  .heading {
    font-size: var(--_text-l);
    font-weight: var(--_weight-strong);
    line-height: 1.3;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .note,
  .figure-row,
  .content,
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  /* What is shown lies over what holds its room: the taller one decides, and that is the same one in every state. */
  :is(.note, .figure-row, .foot) > *,
  .content :is(.room, .stage) > *,
  .stage > slot > *,
  ::slotted([slot='empty']) {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .room:not(.seen) {
    visibility: hidden;
  }
  /* No boxes of their own: each grid inside a grid doubles the time a browser takes to lay it out. */
  .content > * {
    display: contents;
  }
  .note {
    margin-block-start: calc(0.1875 * var(--_rem));
    font-size: var(--_text-s);
    color: var(--_text-muted);
    text-wrap: pretty;
  }
  .tools {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    margin-block-start: calc(-0.3125 * var(--_rem));
    margin-inline-end: calc(-0.4375 * var(--_rem));
  }
  .figure-row {
    margin-block-start: var(--_space-3);
  }
  .figure-row {
    position: relative;
  }
  /* A block or a dash that is taller than a legend must not move what is below it. */
  .over-room {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
  }
  .without-figure > .figure-row {
    display: none;
  }
  .body {
    min-inline-size: 0;
    margin-block-start: var(--_space-3);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  /* Not the body itself: containment is kept off the items of the subgrid. */
  .content {
    container-type: inline-size;
    position: relative;
    min-inline-size: 0;
  }
  .without-foot > .foot {
    display: none;
  }
  .without-figure > .body {
    grid-row: span 2;
  }
  .regular > .body {
    min-block-size: var(--_chart-height);
  }
  .large > .body {
    min-block-size: var(--_chart-height-l);
  }
  .foot {
    margin-block-start: var(--_space-2);
    align-content: start;
    /* Empty or not, the line has its place: nothing moves when it comes. */
    min-block-size: calc(var(--_text-s) * 1.4);
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(0.125 * var(--_rem));
    align-content: start;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_space-3);
  }
  .foot-line {
    display: flex;
    gap: var(--_space-2);
    align-items: baseline;
    text-wrap: pretty;
  }
  .notice {
    font-size: var(--_text-s);
    text-wrap: pretty;
  }
  .notice:is(.partial, .stale, .failed) {
    padding: var(--_space-1) var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_notice-surface);
    color: var(--_text);
  }
  /* They come and go by themselves, in the line of the status: as high as that. */
  .notice:is(.partial, .stale) {
    display: flex;
    column-gap: var(--_space-2);
    align-items: baseline;
    margin-inline: calc(-1 * var(--_space-2));
    padding: 0 var(--_space-2);
  }
  /* One line of it, or none where it does not fit: it begins behind nothing, and what is too wide goes below, out of sight. */
  .notice .rest {
    flex: 1 1 0;
    align-self: start;
    display: flex;
    flex-wrap: wrap;
    min-inline-size: 0;
    block-size: 1lh;
    overflow: clip;
  }
  .notice .rest::before {
    content: '';
    block-size: 1lh;
  }
  .notice .rest > span {
    white-space: nowrap;
  }
  .notice > .button {
    flex: none;
  }
  :is(.notice:is(.partial, .stale, .failed), .note) strong {
    font-weight: var(--_weight-strong);
    color: var(--_text-notice);
  }
  ${spokenStyles}
  ${focusStyles}

  @media (forced-colors: active) {
    .notice:is(.partial, .stale, .failed) {
      border: 1px solid;
    }
  }
  @media print {
    :host {
      break-inside: avoid;
    }
    .tools {
      display: none;
    }
  }
`;
