import { arabic } from './ar.js';
import { german } from './de.js';
import { english } from './en.js';
import { createFormat } from './format.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';

/** One language in one zone: the texts, and the format they write numbers and dates with. */
export interface Localization {
  /** BCP 47 tag the texts are really in: the one asked for, or `en` where its language has no texts. Goes into `lang`. */
  readonly locale: string;
  readonly direction: Direction;
  readonly format: Format;
  readonly messages: Messages;
}

/** Writing direction. */
export type Direction = 'ltr' | 'rtl';

const FALLBACK = 'en';
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The languages that have texts, by primary language. */
const languages: Readonly<Record<string, (format: Format) => Messages>> = {
  en: english,
  de: german,
  ar: arabic,
};
const cache = new Map<string, Localization>();

/**
 * Texts and format for a BCP 47 tag and an IANA zone, one object a pair. The primary language decides; a language without
 * texts, and a tag that is none, falls back to English altogether, so that no English sentence holds a French date.
 * Throws RangeError for a zone that Intl does not know.
 */
export function localize(locale: string, timeZone: string): Localization {
  const tag = textLocale(locale);
  const key = `${tag} ${timeZone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const format = createFormat(tag, timeZone);
  const messages = (languages[new Intl.Locale(tag).language] ?? english)(format);
  const localization = { locale: tag, direction: direction(tag), format, messages };
  cache.set(key, localization);
  return localization;
}

/** The tag whose texts a viewer gets who asks for `locale`. */
export function textLocale(locale: string): string {
  const tag = parseLocale(locale);
  return tag !== null && Object.hasOwn(languages, tag.language) ? tag.toString() : FALLBACK;
}

/** Writing direction of a BCP 47 tag, by its script; left to right for a tag that is none. */
export function direction(locale: string): Direction {
  const script = parseLocale(locale)?.maximize().script;
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

function parseLocale(locale: string): Intl.Locale | null {
  try {
    return new Intl.Locale(locale);
  } catch {
    return null;
  }
}
