import { css } from 'lit';

/** Styles of a card's menu and of the dialogs it opens. */
export const menuStyles = css`
  .menu-button {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: var(--_target);
    block-size: var(--_target);
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .menu-button:hover,
  .menu-button[aria-expanded='true'] {
    background: var(--_surface-sunken);
    color: var(--_text);
  }
  .menu-button.marked {
    position: relative;
  }
  /* A border, which forced colours leave. */
  .menu-button.marked::after {
    content: '';
    position: absolute;
    inset-block-start: calc(0.1875 * var(--_rem));
    inset-inline-end: calc(0.1875 * var(--_rem));
    border: calc(0.1875 * var(--_rem)) solid var(--_text-notice);
    border-radius: 50%;
  }
  .menu-button svg {
    inline-size: var(--_rem);
    block-size: var(--_rem);
    fill: currentColor;
  }
  .menu-button path {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .menu {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    min-inline-size: calc(11 * var(--_rem));
    max-inline-size: min(15.5 * var(--_rem), calc(100vw - var(--_rem)));
    margin: 0;
    padding: calc(0.25 * var(--_rem));
    border: var(--_border) solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
    color: var(--_text);
    font-size: var(--_text-m);
    overflow: auto;
  }
  .menu-item {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--_space-5);
    inline-size: 100%;
    min-block-size: calc(2 * var(--_rem));
    padding: calc(0.375 * var(--_rem)) calc(0.625 * var(--_rem));
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .menu-item:hover,
  .menu-item:focus {
    background: var(--_surface-selected);
  }
  .menu-item[aria-disabled] {
    color: var(--_text-muted);
    cursor: default;
  }
  .menu-item:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .hint {
    font-size: var(--_text-xs);
    color: var(--_text-muted);
  }
  .separator {
    margin-block: calc(0.25 * var(--_rem));
    border-block-start: 1px solid var(--_hairline);
  }

  .dialog {
    inline-size: min(36 * var(--_rem), calc(100vw - 2 * var(--_rem)));
    max-block-size: min(44 * var(--_rem), calc(100dvh - 2 * var(--_rem)));
    padding: 0;
    border: var(--_border) solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
    color: var(--_text);
    overflow: clip;
  }
  .dialog[open] {
    display: grid;
  }
  .dialog::backdrop {
    background: var(--_scrim);
  }
  .dialog-content {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    max-block-size: inherit;
  }
  .dialog-head {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: var(--_space-4);
    padding: var(--_space-4) var(--_space-5) var(--_space-3);
  }
  .dialog-head h2 {
    font-size: var(--_text-xl);
    font-weight: var(--_weight-strong);
    line-height: 1.3;
  }
  .dialog-body {
    display: grid;
    gap: var(--_space-4);
    align-content: start;
    padding: var(--_space-1) var(--_space-5) var(--_space-5);
    overflow: auto;
  }
  .dialog-body:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .defined {
    display: grid;
    gap: var(--_space-1);
    text-wrap: pretty;
  }
  .defined h3 {
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
  .formula {
    justify-self: start;
    padding: var(--_space-1) var(--_space-2);
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
    font-weight: 500;
  }
  .dialog dl {
    display: grid;
    grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
    border-block-start: 1px solid var(--_hairline);
  }
  .dialog dl > div {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    column-gap: var(--_space-5);
    padding-block: var(--_space-2);
    border-block-end: 1px solid var(--_hairline);
  }
  .dialog dl > div:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  .dialog dt {
    color: var(--_text-muted);
  }
  .dialog dd {
    overflow-wrap: anywhere;
  }
  .left-out:focus-visible {
    outline-offset: var(--_space-1);
  }
  .left-out dt {
    max-inline-size: calc(12 * var(--_rem));
    overflow-wrap: anywhere;
  }
  .left-out [lang] {
    color: var(--_text-muted);
  }
  .dialog dd p + p {
    margin-block-start: var(--_space-1);
  }

  @media (forced-colors: active) {
    .menu-item:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
