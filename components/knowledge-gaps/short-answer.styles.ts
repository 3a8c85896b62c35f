import { css } from 'lit';

/** Styles of the list of short answers, beside those of card and gaps. */
export const shortAnswerStyles = css`
  .answers {
    margin-block-end: 0;
    margin-inline: calc(-1 * var(--_space-5));
    padding: 0;
    border-block: 1px solid var(--_hairline);
    list-style: none;
  }
  .answers > li {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-5);
  }
  .answers > li + li {
    border-block-start: 1px solid var(--_hairline);
  }
  .answers p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .asked-for {
    font-weight: var(--_weight-strong);
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .answer {
    white-space: pre-line;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .meta,
  .resolved,
  .effect {
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
  }
  .meta a,
  summary {
    color: var(--_accent);
  }
  /* Not in a sentence: as large as what a finger meets. */
  .meta a {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(1.5 * var(--_rem));
    margin-block: calc(-0.25 * var(--_rem));
  }
  summary {
    inline-size: fit-content;
    min-block-size: calc(1.5 * var(--_rem));
    cursor: pointer;
  }
  .resolved ul {
    margin: 0;
    padding-inline-start: var(--_space-5);
    overflow-wrap: anywhere;
  }
  .effect {
    margin-block-start: var(--_space-1);
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_control-border);
  }
  .effect strong {
    color: var(--_text);
  }
  .effect.asked-less {
    border-color: var(--_accent);
  }
  .effect dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    margin: 0;
  }
  .effect dt {
    font-weight: 500;
  }
  .effect dd {
    margin: 0;
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }
  .effect dd .when {
    display: inline-block;
    min-inline-size: calc(3.25 * var(--_rem));
    color: var(--_text-muted);
  }
`;
