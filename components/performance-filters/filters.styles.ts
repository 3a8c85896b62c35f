import { css, unsafeCSS } from 'lit';
import { themeDeclarations, themeOverrides } from '../../src/theme/tokens.js';
import { ownType } from '../../src/theme/own-type.js';
import { focusStyles, spokenStyles } from '../card/frame.styles.js';
import { buttonStyles } from '../card/button.styles.js';

/** Styles of the filters, with the theme on `:host`. */
export const filtersStyles = css`
  :host {
    ${unsafeCSS(themeDeclarations)}
    display: block;
    min-inline-size: 0;
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
  :where(p, ul) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .frame {
    container-type: inline-size;
    position: relative;
    font-family: var(--_font);
    ${unsafeCSS(ownType)}
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }
  :is(button, input) {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .control {
    display: inline-flex;
    align-items: center;
    gap: calc(0.375 * var(--_rem));
    inline-size: 100%;
    min-block-size: max(2 * var(--_rem), var(--_target));
    padding: calc(0.25 * var(--_rem)) calc(0.625 * var(--_rem));
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }
  .control:hover {
    background: var(--_surface-sunken);
  }
  .label,
  .days-shown,
  .hint {
    color: var(--_text-muted);
  }
  .value {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .days-shown {
    font-weight: var(--_weight);
    white-space: nowrap;
  }
  .chevron {
    flex: none;
    inline-size: calc(0.625 * var(--_rem));
    block-size: calc(0.375 * var(--_rem));
    margin-inline-start: auto;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* What is shown lies over what holds its room. */
  .stack {
    display: inline-grid;
  }
  .stack > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .room {
    visibility: hidden;
  }

  .segments {
    display: inline-flex;
    overflow: clip;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
  }
  .segments button {
    min-block-size: calc(max(2 * var(--_rem), var(--_target)) - 2px);
    padding: 0 calc(0.6875 * var(--_rem));
    border: 0;
    background: var(--_surface);
    color: var(--_text-muted);
    cursor: pointer;
  }
  .segments button + button {
    border-inline-start: 1px solid var(--_hairline);
  }
  .segments button:hover {
    background: var(--_surface-sunken);
  }
  .segments button[aria-checked='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: var(--_weight-strong);
  }
  .segments button[aria-disabled] {
    background: var(--_surface-sunken);
    color: var(--_text-disabled);
    text-decoration: line-through;
    cursor: default;
  }
  .segments button:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .zone {
    padding-inline-end: calc(0.25 * var(--_rem));
    overflow-wrap: anywhere;
  }

  .as-of {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: var(--_space-1);
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: var(--_text-s);
  }
  .as-of .stack {
    text-align: end;
  }
  /* Its words end where the cards do. */
  .as-of > .button.quiet {
    margin-inline-start: auto;
    padding-inline-end: 0;
  }
  .stale,
  .failed {
    color: var(--_text-notice);
  }
  ${buttonStyles}
  .button[aria-disabled] {
    color: var(--_text-disabled);
    cursor: default;
  }

  code {
    padding: calc(0.0625 * var(--_rem)) calc(0.25 * var(--_rem));
    border-radius: 3px;
    background: var(--_surface-sunken);
    overflow-wrap: anywhere;
  }
  ${spokenStyles}
  ${focusStyles}

  @container (max-width: 44.3em) {
    .menu,
    .segments,
    .zone,
    .as-of {
      flex: 1 1 100%;
      min-inline-size: 0;
    }
    .segments button {
      flex: 1;
    }
    .as-of {
      justify-content: space-between;
      margin-inline-start: 0;
    }
    .as-of > .stack {
      text-align: start;
    }
  }
  /* On a line of their own in any language, so that other days never take another line. */
  @container (max-width: 32em) {
    .days-shown {
      display: block;
    }
  }
  @container (max-width: 23.38em) {
    .days-shown {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .segments button[aria-checked='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .segments button:focus-visible {
      outline-style: double;
      outline-width: 4px;
      outline-offset: -4px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
