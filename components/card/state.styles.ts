import { css } from 'lit';
import { buttonStyles } from './button.styles.js';

/** Styles of a card's states: skeletons, messages, progress and buttons. */
export const stateStyles = css`
  .state {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: var(--_space-2);
    min-inline-size: 0;
  }
  .state.loading {
    justify-items: stretch;
  }
  .state p {
    max-inline-size: 42ch;
    color: var(--_text-muted);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .state .state-title {
    max-inline-size: none;
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  /* The count grows while one looks at it, and must not push what stands under it. */
  @container (max-width: 29.54em) {
    .loading > .state-title {
      min-block-size: 2lh;
    }
  }
  .support {
    display: inline-block;
  }
  code,
  .details {
    font:
      500 var(--_text-s) ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    padding: calc(0.0625 * var(--_rem)) calc(0.25 * var(--_rem));
    border-radius: 3px;
    background: var(--_surface-sunken);
    overflow-wrap: anywhere;
  }
  /* Breaks before it, and inside only where a line cannot hold it. */
  code {
    display: inline-block;
  }
  .steps {
    display: grid;
    gap: calc(0.375 * var(--_rem));
    list-style: none;
    counter-reset: step;
    color: var(--_text-muted);
  }
  .steps li {
    display: grid;
    grid-template-columns: calc(1.25 * var(--_rem)) minmax(0, 1fr);
  }
  .steps li::before {
    counter-increment: step;
    content: counter(step) '.';
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }

  progress {
    --_unknown-end: repeating-linear-gradient(135deg, var(--_accent) 0 2px, var(--_skeleton) 2px 6px);
    appearance: none;
    inline-size: 100%;
    block-size: calc(0.375 * var(--_rem));
    border: 0;
    border-radius: 99px;
    overflow: clip;
    background: var(--_skeleton);
    forced-color-adjust: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_skeleton);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  /* An end that is not known is hatched like all that is unfinished; nothing moves. */
  progress:indeterminate {
    background: var(--_unknown-end);
  }
  progress:indeterminate::-webkit-progress-bar {
    background: var(--_unknown-end);
  }
  progress:indeterminate::-moz-progress-bar {
    background: var(--_unknown-end);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    margin-block-start: var(--_space-1);
    min-inline-size: 0;
  }
  ${buttonStyles}
  .button.link:hover {
    color: var(--_accent-hover);
  }
  .button.link {
    min-block-size: calc(1.5 * var(--_rem));
    margin-block: calc(-0.25 * var(--_rem));
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: inherit;
    font-weight: inherit;
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  .after,
  .details,
  [data-copied='done'] > .before {
    display: none;
  }
  [data-copied='done'] > .after {
    display: inline;
  }
  [data-copied='refused'] + .details {
    display: block;
    inline-size: 100%;
    padding: var(--_space-2);
    white-space: pre-wrap;
  }

  .figure-skeleton {
    inline-size: min(9 * var(--_rem), 100%);
    font-size: var(--_figure-s);
    line-height: var(--_line-figure);
  }
  .foot-skeleton {
    inline-size: min(60%, calc(14 * var(--_rem)));
  }
  .bones {
    min-inline-size: 0;
    min-block-size: 100%;
    forced-color-adjust: none;
  }
  .bones.bars {
    display: flex;
    align-items: end;
    gap: 4%;
    padding-block-end: calc(1.25 * var(--_rem));
    padding-inline-start: calc(2.375 * var(--_rem));
  }
  .bars > i,
  .rows > i {
    flex: 1;
    background: var(--_skeleton);
    border-radius: 2px 2px 0 0;
  }
  .bars > i {
    block-size: 38%;
  }
  .bars > i:nth-child(n + 3) {
    block-size: 60%;
  }
  .bars > i:nth-child(n + 7) {
    block-size: 72%;
  }
  .bars > i:nth-child(n + 10) {
    block-size: 84%;
  }
  .bones.rows {
    display: grid;
    gap: var(--_space-4);
    align-content: start;
  }
  .rows > i {
    block-size: calc(1.25 * var(--_rem));
    border-radius: 3px;
  }
  .rows > i:nth-child(3n + 2) {
    inline-size: 72%;
  }
  .rows > i:nth-child(3n) {
    inline-size: 84%;
  }
  .bones.line {
    position: relative;
    padding-block-end: calc(1.25 * var(--_rem));
    padding-inline-start: calc(2.375 * var(--_rem));
    background: linear-gradient(var(--_skeleton) 0 0) 0 calc(100% - 1.25 * var(--_rem)) / 100% 1px no-repeat;
  }
  /* Out of the flow, or its proportions would decide how tall the card is. */
  .line > svg {
    position: absolute;
    inset: 0 0 calc(1.25 * var(--_rem)) calc(2.375 * var(--_rem));
    inline-size: calc(100% - 2.375 * var(--_rem));
    block-size: calc(100% - 1.25 * var(--_rem));
  }
  :host(:dir(rtl)) .line > svg {
    inset-inline: 0 calc(2.375 * var(--_rem));
  }
  .line path {
    fill: none;
    stroke: var(--_skeleton);
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }
  :host(:dir(rtl)) .line > svg {
    scale: -1 1;
  }
`;
