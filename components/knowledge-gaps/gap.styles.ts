import { css } from 'lit';

/** Styles of the knowledge gaps, beside those of card and table. */
export const gapStyles = css`
  .gaps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-3);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .segments {
    display: inline-flex;
    overflow: clip;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
  }
  .segments button {
    min-block-size: max(1.5rem, var(--_target));
    padding-inline: 0.6875rem;
    border: 0;
    background: var(--_surface);
    color: var(--_text-muted);
    font: inherit;
    cursor: pointer;
  }
  .segments button + button {
    border-inline-start: 1px solid var(--_hairline);
  }
  .segments button[aria-pressed='true'] {
    background: var(--_surface-selected);
    color: var(--_accent);
    font-weight: var(--_weight-strong);
  }
  .segments button:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .search {
    flex: 1 1 10rem;
    min-inline-size: 0;
    min-block-size: max(1.5rem, var(--_target));
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .search::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  /* Pages keep it short; rows below a second scroll bar are not found. */
  .topics {
    max-block-size: none;
  }
  .topics th.topic {
    inline-size: 100%;
    white-space: normal;
  }
  .topics .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: 500;
    text-align: start;
  }
  .topics .sub {
    display: block;
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .topics .narrow {
    display: none;
  }
  .tag {
    display: inline-block;
    margin-block-start: 0.125rem;
    padding: 0 0.4375rem;
    border-radius: 99px;
    background: var(--_notice-surface);
    color: var(--_text-notice);
    font-size: var(--_text-xs);
    line-height: 1.125rem;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  th[aria-sort] {
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  .arrow {
    inline-size: 0.5rem;
    block-size: 0.625rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .arrow.none {
    visibility: hidden;
  }
  .arrow.ascending {
    rotate: 180deg;
  }
  .gaps[aria-busy='true'] tbody {
    color: var(--_text-muted);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  @container (max-width: 28rem) {
    .topics .when {
      display: none;
    }
    .topics .narrow {
      display: block;
    }
    /* The last column that is left stands flush with the card's end. */
    .topics .numeric {
      padding-inline-end: var(--_space-5);
    }
    .segments {
      flex: 1 1 100%;
    }
    .segments button {
      flex: 1;
    }
  }
  @media (forced-colors: active) {
    .segments button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .tag {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .toolbar,
    .more button {
      display: none;
    }
  }
`;
