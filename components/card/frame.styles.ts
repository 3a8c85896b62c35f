import { css } from 'lit';

/** Where the focus is, in every frame of the kit. */
export const focusStyles = css`
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
    border-radius: var(--_radius-s);
  }
`;

/** Declarations of what is for screen readers alone. */
export const spoken = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** Words for screen readers alone. */
export const spokenStyles = css`
  .spoken {
    ${spoken}
  }
`;
