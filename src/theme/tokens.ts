/** One custom property a host may set: what it is without a host, and what it is for. */
export interface Token {
  /** CSS text of the default. */
  readonly default: string;
  /** What it paints or measures. */
  readonly meaning: string;
}

const READER = 'var(--_dg-reader, 16px)';
const REM = `var(--dg-rem, ${READER})`;

/** A length that follows the reader's own font size. */
function rem(amount: number): string {
  return `calc(${amount} * ${REM})`;
}

/** A length that the density changes as well. */
function space(amount: number): string {
  return `calc(${amount} * ${REM} * var(--dg-density, 1))`;
}

/** Every `--dg-*` custom property of the kit, by its name without the prefix. Colours follow `color-scheme`. */
export const tokens = {
  surface: { default: 'light-dark(#ffffff, #17191e)', meaning: 'Card, table, panel' },
  'surface-sunken': {
    default: 'light-dark(#f5f6f8, #1e2127)',
    meaning: 'Table head, hovered row, quiet block in a card',
  },
  'surface-raised': { default: 'light-dark(#ffffff, #23272e)', meaning: 'Menu, tooltip, dialog, toast' },
  'surface-selected': { default: 'light-dark(#eef0fd, #262b45)', meaning: 'Chosen row, chosen segment, chosen bar' },
  skeleton: { default: 'light-dark(#e9ebef, #282c34)', meaning: 'Still placeholder blocks' },
  scrim: { default: 'light-dark(rgb(16 19 25 / .40), rgb(0 0 0 / .60))', meaning: 'Behind a dialog' },

  hairline: { default: 'light-dark(#e2e5ea, #2d323a)', meaning: 'Card edge, row rule' },
  grid: { default: 'light-dark(#e8eaee, #2a2e36)', meaning: 'Horizontal chart hairline' },
  axis: { default: 'light-dark(#8a929e, #6d7683)', meaning: 'Zero line, dotted base of a cut axis' },
  'control-border': { default: 'light-dark(#838b97, #727b88)', meaning: 'Edge of input, select, check box' },

  text: { default: 'light-dark(#15181d, #eceef2)', meaning: 'Figures, headings, body' },
  'text-muted': { default: 'light-dark(#5a6370, #a4adb9)', meaning: 'Notes, axis labels, n of N' },
  'text-disabled': { default: 'light-dark(#666f7b, #8a93a0)', meaning: 'Disabled labels, which stay readable' },
  'text-positive': { default: 'light-dark(#1b6b43, #6fdca6)', meaning: 'A change for the better, with sign and words' },
  'text-negative': {
    default: 'light-dark(#a81e2c, #ff8f8f)',
    meaning: 'A change for the worse, a failure, with words',
  },
  'text-notice': { default: 'light-dark(#7a4b00, #f0c16b)', meaning: 'Stale, partial, near a limit' },
  'notice-surface': { default: 'light-dark(#fff6e5, #2b2416)', meaning: 'Behind text-notice' },
  'negative-surface': { default: 'light-dark(#fdeeee, #331c1e)', meaning: 'Behind text-negative' },

  accent: { default: 'light-dark(#4350c8, #a5b0ff)', meaning: 'Links, main button, checked box' },
  'accent-hover': { default: 'light-dark(#343fa6, #bcc5ff)', meaning: 'The accent under the pointer' },
  'on-accent': { default: 'light-dark(#ffffff, #12141c)', meaning: 'Text on the accent' },
  focus: { default: 'light-dark(#2c4bff, #9fb1ff)', meaning: 'Focus ring' },
  'focus-width': { default: '2px', meaning: 'Width of the focus ring' },
  'focus-offset': { default: '2px', meaning: 'Gap between a control and its focus ring' },

  'series-1': { default: 'light-dark(#5060e0, #8e9cfa)', meaning: 'Handled: workload, handle rate, channels' },
  'series-2': { default: 'light-dark(#119b97, #38d3c6)', meaning: 'Resolved: count, rate, the agent on the team' },
  'series-3': { default: 'light-dark(#6b2f80, #8f58cc)', meaning: 'Deflected: count, rate' },
  'series-4': { default: 'light-dark(#d9731c, #f9b080)', meaning: 'Handed off: rate, funnel, cause "by the agent"' },
  'series-5': { default: 'light-dark(#b0345d, #c75f80)', meaning: 'Handoff cause "automation"' },
  'series-6': { default: 'light-dark(#5a640f, #959a24)', meaning: 'Handoff cause "manual"' },
  'series-rest': { default: 'light-dark(#66707d, #8c939f)', meaning: 'Teammates, unknown, all others' },

  'feedback-positive': { default: 'light-dark(#3a9a68, #6fdca6)', meaning: 'Positive visitor feedback' },
  'feedback-neutral': { default: 'light-dark(#7c8594, #7d8795)', meaning: 'Neutral visitor feedback' },
  'feedback-negative': { default: 'light-dark(#a81e2c, #e5484d)', meaning: 'Negative visitor feedback' },

  'pending-stripe': { default: '2px', meaning: 'Stripe width of unfinished bars and swatches' },
  'pending-pitch': { default: '6px', meaning: 'Stripe to stripe' },
  'pending-angle': { default: '45deg', meaning: 'Direction of the stripes, from the horizontal' },
  'pending-tint': { default: '12%', meaning: 'The same colour under the stripes' },
  'pending-dash': { default: '5 4', meaning: 'Line dash of unfinished buckets: on, off, in pixels' },
  'band-tint': { default: '13%', meaning: 'Band of where a rate can end' },

  radius: { default: rem(0.5), meaning: 'Card, dialog' },
  'radius-s': { default: rem(0.3125), meaning: 'Button, input, menu row, tooltip' },
  'radius-bar': { default: '2px', meaning: 'Outer end of a bar; its foot stays square on zero' },
  border: { default: '1px', meaning: 'Width of hairlines around surfaces' },
  shadow: { default: 'none', meaning: 'Shadow of a card' },
  'shadow-raised': {
    // light-dark() takes colours only: the geometry stays outside.
    default: '0 6px 26px light-dark(rgb(16 19 25 / .14), rgb(0 0 0 / .55))',
    meaning: 'Shadow of what floats',
  },
  target: { default: rem(1.75), meaning: 'Smallest hit area' },

  rem: {
    default: READER,
    meaning:
      'What all sizes of text and space are multiples of: the reader’s own font size as set in the browser, and never below 16px, whatever the page does to its text; `1rem` follows the page',
  },
  font: { default: 'inherit', meaning: 'Font family' },
  'text-xs': { default: rem(0.6875), meaning: 'Axis labels and tags' },
  'text-s': { default: rem(0.75), meaning: 'Notes, n of N, foot line' },
  'text-m': { default: rem(0.8125), meaning: 'Body, table, controls' },
  'text-l': { default: rem(0.875), meaning: 'Card heading' },
  'text-section': { default: rem(1), meaning: 'Section heading between cards' },
  'text-xl': { default: rem(1.125), meaning: 'Dialog heading' },
  'figure-s': { default: rem(1.375), meaning: 'Figure above a chart' },
  'figure-l': { default: rem(1.875), meaning: 'Impact and the one-figure card' },
  line: { default: '1.4', meaning: 'Line height of text' },
  'line-figure': { default: '1.1', meaning: 'Line height of figures' },
  weight: { default: '400', meaning: 'Weight of text' },
  'weight-strong': { default: '600', meaning: 'Weight of figures and headings' },
  'tracking-figure': { default: '-0.02em', meaning: 'Letter spacing of figures' },

  'card-rows': {
    default: 'auto auto 1fr auto',
    meaning:
      'Rows of a card; `subgrid` with `grid-row: span 4` on the children of a grid, so that the rows of neighbours agree',
  },
  'chart-height': { default: rem(9.5), meaning: 'Least height of a chart' },
  'chart-height-l': { default: rem(15), meaning: 'Least height of a large chart' },
  'line-width': { default: '2px', meaning: 'Width of a chart line' },
  point: { default: '3px', meaning: 'Radius of a point; hollow while its bucket is unfinished' },
  'bar-max': { default: rem(1.75), meaning: 'Widest bar' },
  'stack-gap': { default: '1px', meaning: 'Surface between stacked parts' },

  motion: { default: '120ms', meaning: 'Menus and dialogs' },

  density: { default: '1', meaning: 'Factor of every space; 0.75 is compact' },
  'space-1': { default: space(0.25), meaning: 'Between lines that belong together' },
  'space-2': { default: space(0.5), meaning: 'Inside a control' },
  'space-3': { default: space(0.75), meaning: 'Between the rows of a card' },
  'space-4': { default: space(1), meaning: 'Gap between cards' },
  'space-5': { default: space(1.25), meaning: 'Card padding' },
  'space-6': { default: space(1.5), meaning: 'Above a section' },
  'space-8': { default: space(2), meaning: 'Between sections' },
} as const satisfies Record<string, Token>;

/** Name of a token without its `--dg-`. */
export type TokenName = keyof typeof tokens;

/** All token names, in the table's order. */
export const tokenNames = Object.keys(tokens) as readonly TokenName[];

/** Reads a token in CSS: `var(--dg-surface, light-dark(…))`. */
export function token(name: TokenName): string {
  return `var(--dg-${name}, ${tokens[name].default})`;
}

/** `--_name: var(--dg-name, default);`, or with another default where a circumstance asks for one. */
function declaration(name: TokenName, fallback: string = tokens[name].default): string {
  // Read through the private ones, so that whatever changes --_density changes every space with it.
  return `--_${name}: var(--dg-${name}, ${fallback.replace('var(--dg-density, 1)', 'var(--_density)').replace(REM, 'var(--_rem)')});`;
}

/**
 * Declarations for `:host` that find the reader's own font size, px, as `--_dg-reader`: what `medium` is in this browser,
 * whatever a page has made of its own text, and never below 16px, since `medium` is less in some fonts. Important, because
 * a page's rule for all elements reaches the host.
 */
const readerSize = 'font-size: medium !important;\n--_dg-reader: max(1em, 16px);';

/**
 * Declarations for `:host`, one private `--_name` a token, so that styles read `var(--_surface)`. Declared on every
 * element anew, since `calc()` with `var()` is resolved where it is declared. Sets no `--dg-*`.
 */
export const themeDeclarations: string = [readerSize, ...tokenNames.map((name) => declaration(name))].join('\n');

const compact = (
  [
    ['density', '0.75'],
    ['chart-height', rem(7.5)],
    ['chart-height-l', rem(12)],
    ['figure-l', rem(1.625)],
  ] as const
)
  .map(([name, fallback]) => declaration(name, fallback))
  .join('\n');

// The user's own colours win over the host's: these do not read --dg-*.
const forced = (
  [
    ['surface', 'Canvas'],
    ['surface-sunken', 'Canvas'],
    ['surface-raised', 'Canvas'],
    ['surface-selected', 'Canvas'],
    ['notice-surface', 'Canvas'],
    ['negative-surface', 'Canvas'],
    ['skeleton', 'color-mix(in srgb, CanvasText 25%, Canvas)'],
    ['hairline', 'CanvasText'],
    ['grid', 'color-mix(in srgb, CanvasText 35%, Canvas)'],
    ['axis', 'CanvasText'],
    ['control-border', 'ButtonBorder'],
    ['text', 'CanvasText'],
    ['text-muted', 'CanvasText'],
    ['text-disabled', 'GrayText'],
    ['text-positive', 'CanvasText'],
    ['text-negative', 'CanvasText'],
    ['text-notice', 'CanvasText'],
    ['accent', 'LinkText'],
    ['accent-hover', 'LinkText'],
    ['on-accent', 'Canvas'],
    ['focus', 'Highlight'],
  ] as const satisfies readonly (readonly [TokenName, string])[]
)
  .map(([name, value]) => `--_${name}: ${value};`)
  .join('\n');

/**
 * Rules that go after the `:host` block with {@link themeDeclarations}: compact density, reduced motion, forced
 * colours and print.
 */
export const themeOverrides: string = `
:host([density='compact']) {
${compact}
}
@media (prefers-reduced-motion: reduce) {
  :host { --_motion: 0ms; }
}
@media (forced-colors: active) {
  :host {
    color-scheme: light dark;
${forced}
  }
}
@media print {
  :host {
    /* Over a dark scheme that the page sets on the element itself: paper is white. */
    color-scheme: light !important;
    --_shadow-raised: none;
    ${declaration('density', '0.75')}
  }
}
`;
