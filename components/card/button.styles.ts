import { css } from 'lit';

/** Styles of buttons with words, in cards and beside them. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: calc(2 * var(--_rem));
    padding: 0 calc(0.75 * var(--_rem));
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_text-m);
    font-weight: 500;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_surface-sunken);
  }
  .button.quiet {
    padding-inline: calc(0.5 * var(--_rem));
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  .button.quiet:hover {
    color: var(--_accent-hover);
  }
  /* What is transparent gets a colour there. */
  @media (forced-colors: active) {
    .button.quiet {
      border-color: Canvas;
    }
  }
`;
