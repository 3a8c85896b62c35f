import { css, unsafeCSS } from 'lit';
import { themeDeclarations, themeOverrides } from '../../src/theme/tokens.js';
import { ownType } from '../../src/theme/own-type.js';
import { focusStyles } from '../card/frame.styles.js';

/** Styles of the whole page: a side bar, which is a row on top in a narrow container, and a grid that follows its own width. */
export const tabStyles = css`
  :host {
    ${unsafeCSS(themeDeclarations)}
    display: block;
    container-type: inline-size;
    font-family: var(--_font);
    font-weight: var(--_weight);
    line-height: var(--_line);
    color: var(--_text);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  ${unsafeCSS(themeOverrides)}

  .tab {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4) var(--_space-6);
    ${unsafeCSS(ownType)}
  }
  .views {
    container-type: inline-size;
    min-inline-size: 0;
  }
  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .view[hidden] {
    display: none;
  }
  .view.gaps {
    align-items: start;
  }
  .view.gaps > short-answers-list {
    grid-column: 1 / -1;
  }
  .view:has(> .panel[open]:not(:modal)) {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
  }
  .panel:not(:modal) {
    position: static;
    inline-size: auto;
    max-inline-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
  }
  .panel:modal {
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 100%;
    block-size: 100%;
    max-block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    color: var(--_text);
  }
  /* Over the whole page the edge of a card says nothing. */
  .panel:modal > * {
    --dg-border: 0px;
    --dg-radius: 0px;
  }

  .navigation ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .navigation li {
    display: contents;
  }
  .navigation button {
    appearance: none;
    min-block-size: var(--_target);
    padding: calc(0.375 * var(--_rem)) calc(0.625 * var(--_rem));
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .navigation button:hover {
    background: var(--_surface-sunken);
    color: var(--_text);
  }
  .navigation button[aria-current] {
    background: var(--_surface-selected);
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  .navigation .sections {
    display: contents;
  }

  .section-heading {
    margin: 0;
    margin-block: var(--_space-5) var(--_space-3);
    scroll-margin-block-start: var(--_space-4);
    font-size: var(--_text-section);
    font-weight: var(--_weight-strong);
    line-height: 1.3;
  }
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .grid > * {
    grid-row: span 4;
    --dg-card-rows: subgrid;
    margin-block-end: 0;
  }
  ${focusStyles}

  @container (min-width: 44.31em) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .grid > :is(.wide, .filling) {
      grid-column: span 2;
    }
  }
  @container (min-width: 73.85em) {
    .grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    /* Alone in its row of two, it takes all of it. */
    .grid > .filling {
      grid-column: auto;
    }
  }
  @container (min-width: 56em) {
    .tab {
      grid-template-columns: calc(10.5 * var(--_rem)) minmax(0, 1fr);
    }
    .navigation {
      position: sticky;
      inset-block-start: 0;
      align-self: start;
    }
    .navigation ul {
      flex-direction: column;
      flex-wrap: nowrap;
      align-items: stretch;
    }
    .navigation .sections {
      display: flex;
    }
    .navigation .sections button {
      padding-inline-start: calc(1.375 * var(--_rem));
      font-size: var(--_text-s);
    }
  }
  @media (forced-colors: active) {
    .navigation button[aria-current] {
      outline: 1px solid;
    }
  }
  @media print {
    .navigation {
      display: none;
    }
  }
`;
