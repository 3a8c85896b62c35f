/** A host's own look, put over the kit by tokens alone. */
export interface HostTheme {
  readonly title: string;
  /** The scheme this host forces on its page; absent: the toolbar's. */
  readonly scheme?: 'light' | 'dark';
  /** Styles of the page around the elements. */
  readonly page: Readonly<Record<string, string>>;
  /** Custom properties for the elements. */
  readonly tokens: Readonly<Record<`--dg-${string}`, string>>;
}

const themes = {
  none: { title: 'No host theme', page: {}, tokens: {} },
  meadow: {
    title: 'Meadow: green and round',
    page: { background: 'light-dark(#f1f6f2, #0e1511)' },
    tokens: {
      '--dg-accent': 'light-dark(#0a6b45, #6fe0ac)',
      '--dg-accent-hover': 'light-dark(#075236, #97edc4)',
      '--dg-radius': '1.25rem',
      '--dg-radius-s': '1rem',
      '--dg-radius-bar': '6px',
      '--dg-hairline': 'transparent',
      '--dg-shadow': '0 2px 12px light-dark(rgb(8 48 30 / .1), rgb(0 0 0 / .5))',
    },
  },
  ledger: {
    title: 'Ledger: serif and square',
    scheme: 'light',
    page: { background: '#f4efe4', color: '#231d12', fontFamily: 'Georgia, "Noto Serif", serif' },
    tokens: {
      '--dg-surface': '#fffdf7',
      '--dg-surface-sunken': '#f6f1e5',
      '--dg-surface-raised': '#fffdf7',
      '--dg-hairline': '#cfc4aa',
      '--dg-grid': '#e6dfcd',
      '--dg-text': '#231d12',
      '--dg-text-muted': '#62573f',
      '--dg-accent': '#7a2e1d',
      '--dg-radius': '0',
      '--dg-radius-s': '0',
      '--dg-radius-bar': '0',
      '--dg-weight-strong': '700',
    },
  },
  night: {
    title: 'Night shift: always dark',
    scheme: 'dark',
    page: { background: '#05070d', color: '#e8ecf6' },
    tokens: {
      '--dg-surface': '#0b1020',
      '--dg-surface-sunken': '#121930',
      '--dg-surface-raised': '#172040',
      '--dg-hairline': '#24304f',
      '--dg-grid': '#1c2644',
      '--dg-accent': '#7fd4ff',
      '--dg-focus': '#7fd4ff',
      '--dg-font': 'ui-monospace, "Cascadia Code", "DejaVu Sans Mono", monospace',
    },
  },
} as const satisfies Readonly<Record<string, HostTheme>>;

/** One of {@link hostThemes}. */
export type HostThemeName = keyof typeof themes;

/** Hosts that could hardly differ more. */
export const hostThemes: Readonly<Record<HostThemeName, HostTheme>> = themes;
