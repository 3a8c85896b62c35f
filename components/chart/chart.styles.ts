import { css } from 'lit';

/**
 * Styles of a chart, for the shadow root that renders one. They read the private properties of the theme declarations,
 * which the same root puts on its `:host`.
 */
export const chartStyles = css`
  /* A tooltip may reach over the next element of the page, which comes later and would lie over it. */
  :host {
    position: relative;
  }
  :host(:is(:hover, :focus-within)) {
    z-index: 1;
  }
  .chart {
    position: relative;
    min-inline-size: 0;
    min-block-size: var(--_chart-height);
    display: grid;
  }
  .chart.large {
    min-block-size: var(--_chart-height-l);
  }
  .plot {
    position: relative;
    min-inline-size: 0;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums lining-nums;
    touch-action: pan-y pinch-zoom;
    -webkit-tap-highlight-color: transparent;
  }
  .activatable .plot {
    cursor: pointer;
  }
  .plot:focus {
    outline: none;
  }
  .plot:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: calc(var(--_focus-offset) + 2px);
    border-radius: var(--_radius-s);
  }
  .plot canvas {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-inline-size: 100%;
    object-fit: contain;
    forced-color-adjust: none;
  }
  .chart-tooltip {
    position: absolute;
    z-index: 2;
    inset: 0 auto auto 0;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: min(24 * var(--_rem), 100%);
    padding: var(--_space-2) var(--_space-3);
    border: var(--_border) solid var(--_hairline);
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
    color: var(--_text-muted);
    font-size: var(--_text-s);
    line-height: var(--_line);
    font-variant-numeric: tabular-nums lining-nums;
    text-wrap: pretty;
    pointer-events: none;
  }
  .chart:not(.large) .chart-tooltip {
    max-inline-size: min(16 * var(--_rem), 100%);
  }
  .chart-tooltip[hidden] {
    display: none;
  }
  .chart-tooltip p {
    margin: 0;
  }
  .chart-tooltip p + p {
    margin-block-start: calc(0.125 * var(--_rem));
  }
  .chart-tooltip .chart-tooltip-title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-4);
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  .chart-tooltip .chart-tooltip-value {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(0.375 * var(--_rem));
  }
  .chart-tooltip-value b {
    color: var(--_text);
    font-size: var(--_text-xl);
    font-weight: var(--_weight-strong);
    letter-spacing: var(--_tracking-figure);
  }
  .chart-tag {
    padding-inline: calc(0.4375 * var(--_rem));
    border: 1px solid var(--_hairline);
    border-radius: 99px;
    color: var(--_text-muted);
    font-size: var(--_text-xs);
    font-weight: 500;
    line-height: calc(1.125 * var(--_rem));
    white-space: nowrap;
  }
  .chart-tag.settling {
    border-color: transparent;
    background: var(--_notice-surface);
    color: var(--_text-notice);
  }
  .chart-words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .chart-tooltip {
      display: none;
    }
  }
`;
