export const languages = ['en', 'de', 'ar'] as const;
export type Language = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What the kit's filters are called in an address. */
const filterNames = ['range', 'grain', 'channels'] as const;

/** Zones the help desk offers; the address may name any other. */
export const timeZones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
] as const;

/** Everything of the help desk that its address can say. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly direction: 'ltr' | 'rtl';
  /** IANA zone. */
  readonly zone: string;
  /** The kit's filters, as its `filters` attribute reads them: it knows by itself which make sense. Empty: its own. */
  readonly filters: string;
  /** How much is loaded at first, as the provider's attribute says it. */
  readonly history: string;
  readonly compact: boolean;
  /** The provider's clock, as written in the address; null: the real one. */
  readonly now: string | null;
  /** Path of a file of records on this origin; null: the demo data. */
  readonly source: string | null;
  /** Path on this origin where a server answers the kit's REST contract; goes after `source`. null: there is none. */
  readonly api: string | null;
  /** Name of that file for people; null: its path is shown. */
  readonly sourceName: string | null;
}

const defaults: Settings = {
  language: 'en',
  theme: 'system',
  direction: 'ltr',
  zone: 'Europe/Berlin',
  filters: '',
  history: '104w',
  compact: false,
  now: null,
  source: null,
  api: null,
  sourceName: null,
};

/** The settings that a query string says; what it does not say, or says wrongly, is the default. */
export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const source = query.get('src');
  const api = query.get('api');
  const zone = query.get('zone');
  return {
    language: oneOf(languages, query.get('lang')) ?? defaults.language,
    theme: oneOf(themes, query.get('theme')) ?? defaults.theme,
    direction: query.get('dir') === 'rtl' ? 'rtl' : 'ltr',
    zone: zone !== null && isTimeZone(zone) ? zone : defaults.zone,
    filters: filtersIn(query),
    history: /^(\d{1,4}w|all)$/.exec(query.get('history') ?? '')?.[0] ?? defaults.history,
    compact: query.get('density') === 'compact',
    now: query.get('now'),
    source: source !== null && isPathHere(source) ? source : null,
    api: api !== null && isPathHere(api) ? api : null,
    sourceName: query.get('file'),
  };
}

/** The query string that says these settings, without what is the default; empty or starting with `?`. */
export function writeSettings(settings: Settings): string {
  const query = new URLSearchParams();
  const say = (name: string, value: string | null, standard: string | null) => {
    if (value !== null && value !== standard) query.set(name, value);
  };
  say('lang', settings.language, defaults.language);
  say('theme', settings.theme, defaults.theme);
  say('dir', settings.direction, defaults.direction);
  say('zone', settings.zone, defaults.zone);
  for (const [name, value] of new URLSearchParams(settings.filters)) query.set(name, value);
  say('history', settings.history, defaults.history);
  say('density', settings.compact ? 'compact' : null, null);
  say('now', settings.now, null);
  // Said even where it is the default: a desk started with a file would show that file again on a reload.
  if (settings.source !== null || settings.api === null) query.set('src', settings.source ?? 'demo');
  say('api', settings.api, null);
  if (settings.source !== null) say('file', settings.sourceName, null);
  return `?${query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',')}`;
}

/** The instant at which the settings hold the clock, epoch ms; null: the machine's clock, also where `now` is none. */
export function clockOf({ now }: Settings): number | null {
  if (now === null || now === '') return null;
  const instant = /^-?\d+$/.test(now) ? Number(now) : Date.parse(now);
  return Number.isNaN(instant) ? null : instant;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

function filtersIn(query: URLSearchParams): string {
  const said = filterNames.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new URLSearchParams(said).toString().replaceAll('%2C', ',');
}

/** A path on this origin. A link from a stranger must not make the page read another site's data. */
function isPathHere(source: string): boolean {
  return /^\/[^/\\]/.test(source);
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
