import { css } from 'lit';

/** Styles of selecting and writing gaps, beside `gapStyles`. */
export const gapWriteStyles = css`
  .selection-bar,
  .write-result {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    padding: var(--_space-2) var(--_space-5);
    margin-inline: calc(-1 * var(--_space-5));
    background: var(--_surface-selected);
  }
  .write-result {
    flex-wrap: nowrap;
    background: var(--_surface-sunken);
  }
  .write-result p {
    flex: 1;
    text-wrap: pretty;
  }
  .write-result .sub {
    display: block;
    color: var(--_text-muted);
    font-size: var(--_text-s);
  }
  .write-result.failed {
    background: var(--_negative-surface);
  }
  .write-result.failed strong {
    color: var(--_text-negative);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .why-not {
    flex: 1 1 100%;
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_notice-surface);
    font-size: var(--_text-s);
    text-wrap: pretty;
  }
  .why-not strong {
    color: var(--_text-notice);
  }
  .button[aria-disabled='true'] {
    border-color: var(--_hairline);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    cursor: not-allowed;
  }
  /* The whole cell ticks, and the box has the size of a finger. */
  .tick {
    display: inline-grid;
    place-items: center;
    min-inline-size: max(1.5 * var(--_rem), var(--_target));
    min-block-size: max(1.5 * var(--_rem), var(--_target));
    cursor: pointer;
  }
  .tick input {
    inline-size: calc(1 * var(--_rem));
    block-size: calc(1 * var(--_rem));
    margin: 0;
    accent-color: var(--_accent);
  }
  .topics .select {
    inline-size: calc(1.5 * var(--_rem));
    padding-inline-end: 0;
  }
  .still li > .select {
    flex: none;
    align-self: flex-start;
    padding-inline-end: 0;
  }
  .still .tick {
    display: block;
  }
  .topics tr.selected > *,
  .topics tr[aria-current] > * {
    background: var(--_surface-selected);
  }
  .topics tr.saving {
    color: var(--_text-muted);
  }
  /* Boxes, buttons and texts of a row begin on one line; none of them makes it taller. */
  .topics tbody :is(th, td) {
    vertical-align: top;
  }
  .topics .tick {
    margin-block: calc((1lh - max(1.5 * var(--_rem), var(--_target))) / 2);
  }
  .topics .open {
    display: block;
    margin-block: calc(-0.125 * var(--_rem));
    padding: calc(0.125 * var(--_rem)) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .topics .open:hover .title {
    text-decoration: underline;
  }
  @container (max-width: 34.46em) {
    .topics.selectable tr {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .topics :is(th, td).select {
      inline-size: auto;
      border-block-end: 0;
    }
    .topics.selectable tr > .topic {
      padding-inline-start: var(--_space-2);
    }
    .topics.selectable tr > .when {
      grid-column: 2 / -1;
      padding-inline-start: var(--_space-2);
    }
    .topics.selectable tr > .select {
      grid-row: 1 / 3;
    }
    .still li > .select {
      padding-block-end: 0;
    }
    .still li > .when {
      padding-inline-start: calc(var(--_space-5) + 1.5 * var(--_rem) + var(--_space-2));
    }
  }
  @media (forced-colors: active) {
    .write-result,
    .why-not {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .selection-bar,
    .write-result,
    .topics .select {
      display: none;
    }
  }
`;
