import { html } from 'lit';

/** Rules as some pages have them, against everything at once. */
export const hostilePage = html`<style>
  .hostile,
  .hostile * {
    box-sizing: content-box !important;
    color: red !important;
    font-size: 30px !important;
    line-height: 3 !important;
    text-transform: uppercase !important;
  }
  .hostile :is(button, table, canvas) {
    display: none;
  }
</style>`;
