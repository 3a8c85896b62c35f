import { css } from 'lit';

/** The editor beside what it edits, or above it where there is no room. */
export const playgroundStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 24rem) minmax(0, 1fr);
    gap: 1.5rem;
  }
  @media (width < 48rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .editor {
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 0.75rem;
    position: sticky;
    inset-block-start: 1rem;
    max-block-size: calc(100vh - 2rem);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: end;
  }
  .tools label {
    display: grid;
    gap: 0.25rem;
  }
  .tokens {
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  li {
    padding: 0.5rem 0.25rem;
    border-block-end: 1px solid light-dark(#e2e5ea, #2d323a);
  }
  li.changed {
    box-shadow: inset 3px 0 0 light-dark(#4350c8, #a5b0ff);
    padding-inline-start: 0.75rem;
  }
  li span {
    color: light-dark(#5a6370, #a4adb9);
  }
  .fields {
    display: flex;
    gap: 0.5rem;
    margin-block-start: 0.25rem;
  }
  .fields input:not([type='color']) {
    flex: 1;
    min-inline-size: 0;
  }
  input,
  select,
  button {
    min-block-size: 1.75rem;
    border: 1px solid light-dark(#838b97, #727b88);
    border-radius: 0.25rem;
    background: light-dark(#fff, #17191e);
    color: inherit;
    font: inherit;
  }
  input[type='color'] {
    inline-size: 2.5rem;
    padding: 0.125rem;
  }
  input::placeholder {
    color: light-dark(#5a6370, #a4adb9);
  }
  .preview {
    min-inline-size: 0;
  }
  pre {
    overflow: auto;
    padding: 0.75rem;
    border-radius: 0.25rem;
    background: light-dark(#fff, #17191e);
  }
`;
