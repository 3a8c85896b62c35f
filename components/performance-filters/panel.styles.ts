import { css } from 'lit';

/** Styles of the panels that the filters open. */
export const panelStyles = css`
  .panel {
    position: fixed;
    inset: auto;
    inline-size: min(20 * var(--_rem), calc(100vw - var(--_rem)));
    margin: 0;
    padding: calc(0.25 * var(--_rem));
    border: var(--_border) solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
    color: var(--_text);
    overflow: auto;
  }
  .option-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-3);
    inline-size: 100%;
    min-block-size: calc(2 * var(--_rem));
    padding: calc(0.25 * var(--_rem)) calc(0.625 * var(--_rem));
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button.option-line {
    justify-content: space-between;
  }
  label.option-line {
    flex-wrap: nowrap;
  }
  .option-line:hover {
    background: var(--_surface-sunken);
  }
  .option-line[aria-pressed='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: var(--_weight-strong);
  }
  .option-line .hint {
    font-size: var(--_text-s);
    font-weight: var(--_weight);
  }
  .option-line:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: var(--_rem);
    block-size: var(--_rem);
    margin: 0;
    accent-color: var(--_accent);
  }
  p.hint {
    padding: calc(0.25 * var(--_rem)) calc(0.625 * var(--_rem));
  }
  .days {
    margin-block-start: calc(0.25 * var(--_rem));
    padding: var(--_space-2) calc(0.625 * var(--_rem));
    border-block-start: 1px solid var(--_hairline);
  }
  .days-title {
    font-weight: var(--_weight-strong);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space-2);
    margin-block-start: var(--_space-1);
  }
  .fields label {
    display: grid;
    flex: 1 1 calc(7.5 * var(--_rem));
    gap: calc(0.125 * var(--_rem));
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .fields input {
    min-inline-size: 0;
    inline-size: 100%;
    min-block-size: calc(2 * var(--_rem));
    padding: calc(0.125 * var(--_rem)) calc(0.375 * var(--_rem));
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_text-m);
  }
  .problem {
    min-block-size: 1lh;
    margin-block-start: var(--_space-1);
    color: var(--_text-negative);
    font-size: var(--_text-s);
  }

  @media (forced-colors: active) {
    .option-line[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .option-line:focus-visible {
      outline-style: double;
      outline-width: 4px;
      outline-offset: -4px;
    }
  }
`;
