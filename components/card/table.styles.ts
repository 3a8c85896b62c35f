import { css } from 'lit';

/** Styles of the table view. It reaches to the edges of its card and scrolls inside itself. */
export const tableStyles = css`
  .table-region {
    margin-inline: calc(-1 * var(--_space-5));
    max-block-size: calc(26 * var(--_rem));
    overflow: auto;
    overscroll-behavior: contain;
    border-block: 1px solid var(--_hairline);
  }
  .table-region:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
    border-radius: 0;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_text-m);
  }
  th,
  td {
    padding: calc(0.5 * var(--_rem)) calc(0.75 * var(--_rem));
    border-block-end: 1px solid var(--_hairline);
    font-weight: var(--_weight);
    text-align: start;
    vertical-align: baseline;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_text-s);
    font-weight: 500;
  }
  tr > :first-child {
    padding-inline-start: var(--_space-5);
  }
  tr > :last-child {
    padding-inline-end: var(--_space-5);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  tbody tr:hover > * {
    background: var(--_surface-sunken);
  }
  tbody .muted {
    color: var(--_text-muted);
  }
  .numeric {
    text-align: end;
  }
  @media print {
    .table-region {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
