import { css } from 'lit';
import { spoken } from '../card/frame.styles.js';

/** Styles of the knowledge gaps, beside those of card and table. */
export const gapStyles = css`
  .gaps > * + * {
    margin-block-start: var(--_space-3);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    overflow: clip;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius-s);
  }
  .segments > * {
    flex: auto;
    display: grid;
    place-items: center;
    min-block-size: max(1.5 * var(--_rem), var(--_target));
    padding-inline: calc(0.6875 * var(--_rem));
    border: 0;
    background: var(--_surface);
    color: var(--_text-muted);
    font: inherit;
    cursor: pointer;
  }
  .segments > * + * {
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
    flex: 1 1 calc(10 * var(--_rem));
    min-inline-size: 0;
    min-block-size: max(1.5 * var(--_rem), var(--_target));
    padding: calc(0.25 * var(--_rem)) calc(0.625 * var(--_rem));
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
  .topics .topic {
    inline-size: 100%;
    white-space: normal;
  }
  .topics .when {
    white-space: nowrap;
  }
  .topics :is(.title, .title-room) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: 500;
    /* A title in another direction still stands where its column starts. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .topics .sub {
    display: block;
    font-size: var(--_text-s);
    color: var(--_text-muted);
  }
  .topics .cost {
    font-variant-numeric: tabular-nums;
  }
  .topics tbody:not(:last-of-type) tr:last-child > * {
    border-block-end: 1px solid var(--_hairline);
  }
  .topics .far td {
    padding-block: 0;
  }
  .topics .cost .sub > span + span::before {
    content: '· ';
  }
  /* As tall as the second line beside it, so that no row is taller for having one. */
  .tag {
    display: block;
    inline-size: fit-content;
    padding: 0 calc(0.4375 * var(--_rem));
    border-radius: 99px;
    background: var(--_notice-surface);
    color: var(--_text-notice);
    font-size: var(--_text-xs);
    line-height: calc(1 * var(--_rem));
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(0.25 * var(--_rem));
    min-block-size: calc(1.5 * var(--_rem));
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
    inline-size: calc(0.5 * var(--_rem));
    block-size: calc(0.625 * var(--_rem));
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
  /* The first page as still blocks: the same lines and columns, without a table that nobody could read. */
  .still .segments,
  .still .search,
  .still .button {
    border-color: var(--_hairline);
  }
  .still .search::before {
    content: '\\00a0';
  }
  .still .topics {
    margin-inline: calc(-1 * var(--_space-5));
    border-block: 1px solid var(--_hairline);
    list-style: none;
  }
  .still li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    border-block-end: 1px solid var(--_hairline);
  }
  .still li:last-child {
    border-block-end: 0;
  }
  .still li > div {
    padding: calc(0.5 * var(--_rem)) calc(0.75 * var(--_rem));
  }
  .still .topic {
    flex: 1;
    inline-size: auto;
  }
  /* As wide as their headings make them. */
  .still .numeric {
    min-inline-size: calc(8.5 * var(--_rem));
  }
  .still .cost {
    min-inline-size: calc(6.5 * var(--_rem));
  }
  .still .when {
    min-inline-size: calc(7 * var(--_rem));
  }
  .still li > :first-child {
    padding-inline-start: var(--_space-5);
  }
  .still li > :last-child {
    padding-inline-end: var(--_space-5);
  }
  .heading-line {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(1.5 * var(--_rem));
    padding-inline-end: calc(0.75 * var(--_rem)); /* The arrow's place. */
  }
  .still .headings {
    background: var(--_surface-sunken);
    font-size: var(--_text-s);
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
  @container (max-width: 34.46em) {
    /* Two lines a row, the heading row like the others: topic and conversations, below them when the last one was. */
    .topics :is(table, thead, tbody) {
      display: block;
    }
    .topics tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .still .numeric {
      min-inline-size: 0;
    }
    .still .cost {
      display: none;
    }
    .topics :is(th, td, li > div):is(.topic, .numeric) {
      padding-block-end: calc(0.125 * var(--_rem));
      border-block-end: 0;
    }
    .topics :is(th, td, li > div):is(.numeric, .when) {
      padding-inline-end: var(--_space-5);
    }
    .topics :is(th, td, li > div).when {
      grid-column: 1 / -1;
      flex: 1 1 100%;
      display: flex;
      flex-wrap: wrap;
      column-gap: var(--_space-2);
      padding-block-start: 0;
      padding-inline-start: var(--_space-5);
      font-size: var(--_text-s);
    }
    .topics :is(td, li > div).when {
      color: var(--_text-muted);
    }
    /* What a topic costs stands beside when the last conversation was. */
    .topics.with-cost tr > .cost {
      grid-row: 2;
      grid-column: -2;
      padding-block-start: 0;
      font-size: var(--_text-s);
    }
    .topics.with-cost tr > .when {
      grid-row: 2;
      grid-column: 1 / -2;
    }
    .topics.with-cost.selectable tr > .when {
      grid-column: 2 / -2;
    }
    .topics.with-cost :is(thead tr, tbody tr:not(:last-child)) > .cost {
      border-block-end: 1px solid var(--_hairline);
    }
    /* Spoken alone: no room for it beside the last conversation, and it must not come and go while numbers load. */
    .topics .cost .why {
      ${spoken}
    }
    .topics .cost .sub:not(.why) {
      display: inline;
      margin-inline-start: calc(0.25 * var(--_rem));
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
