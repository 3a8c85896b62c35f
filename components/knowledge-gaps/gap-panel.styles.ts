import { css } from 'lit';

/** Styles of the panel of one topic, beside `gapStyles` and `gapWriteStyles`. */
export const gapPanelStyles = css`
  .panel,
  .asked-side,
  .answer-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    align-content: start;
    min-inline-size: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }
  .selection-bar .all {
    display: inline-flex;
    gap: var(--_space-2);
  }
  .questions {
    margin-inline: calc(-1 * var(--_space-5));
    border-block: 1px solid var(--_hairline);
  }
  .question {
    display: flex;
    gap: var(--_space-2);
    padding: var(--_space-2) var(--_space-5);
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(3.5 * var(--_rem));
  }
  .question + .question,
  .chunk + .chunk > .question:first-child {
    border-block-start: 1px solid var(--_hairline);
  }
  .question.ticked {
    background: var(--_surface-selected);
  }
  .question.saving {
    color: var(--_text-muted);
  }
  /* The bar is the head of the list. */
  .selection-bar + .questions {
    margin-block-start: calc(-1 * var(--_space-3));
  }
  .questions .tick {
    flex: none;
    align-self: start;
    margin-block: calc((1lh - max(1.5 * var(--_rem), var(--_target))) / 2);
  }
  .asked {
    flex: 1;
    min-inline-size: 0;
  }
  .words {
    overflow-wrap: anywhere;
    white-space: pre-line;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    color: var(--_text-muted);
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .meta :is(a, .link) {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(1.5 * var(--_rem));
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .meta > span {
    line-height: calc(1.5 * var(--_rem));
  }
  .field {
    display: grid;
    gap: var(--_space-1);
  }
  .field label {
    font-weight: var(--_weight-strong);
  }
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: calc(0.375 * var(--_rem)) calc(0.625 * var(--_rem));
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    resize: vertical;
  }
  textarea[readonly] {
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }
  textarea[aria-invalid] {
    border-color: var(--_text-negative);
  }
  .help {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-2);
    color: var(--_text-muted);
    font-size: var(--_text-s);
  }
  .length {
    white-space: nowrap;
  }
  .problem {
    color: var(--_text-negative);
  }
  .button.main {
    justify-self: start;
  }
  .button.main:not([aria-disabled='true']) {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .others {
    padding: var(--_space-2) var(--_space-3);
    border-inline-start: 3px solid var(--_text-notice);
    background: var(--_notice-surface);
    overflow-wrap: anywhere;
  }
  .others blockquote {
    margin: 0;
  }
  .shortcuts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    color: var(--_text-muted);
    font-size: var(--_text-s);
  }
  @media (any-pointer: coarse) and (not (any-pointer: fine)) {
    .shortcuts {
      display: none;
    }
  }
  kbd {
    padding: 0 calc(0.25 * var(--_rem));
    border: 1px solid var(--_hairline);
    border-radius: 3px;
    font: inherit;
  }
  .selection-bar .all input {
    margin-inline: calc(0.25 * var(--_rem));
  }
  /* In one column the form stays in reach. */
  .with-form .questions {
    max-block-size: calc(24 * var(--_rem));
    overflow: auto;
    overscroll-behavior: contain;
  }
  @container (min-width: 44.31em) {
    .columns.with-form {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .with-form .answer-form {
      position: sticky;
      inset-block-start: var(--_space-3);
      align-self: start;
    }
    .with-form .questions {
      max-block-size: none;
      overflow: visible;
    }
    .with-form :is(.questions, .selection-bar) {
      margin-inline-end: 0;
    }
    .with-form :is(.question, .selection-bar) {
      padding-inline-end: var(--_space-2);
    }
  }
  .step:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .step[aria-disabled='true'] {
    color: var(--_text-disabled);
    background: none;
    cursor: default;
  }
  @media (forced-colors: active) {
    .question.ticked {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .answer-form,
    .shortcuts,
    .questions .tick {
      display: none;
    }
    .with-form .questions {
      max-block-size: none;
      overflow: visible;
    }
    .question {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
