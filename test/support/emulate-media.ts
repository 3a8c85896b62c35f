import { executeServerCommand } from '@web/test-runner-commands';

/** What the page believes of its reader and its medium. What is left out is the browser's own. */
export interface EmulatedMedia {
  /** `print` gives the page its print styles. */
  readonly media?: 'print' | 'screen';
  readonly forcedColors?: 'active' | 'none';
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly contrast?: 'more' | 'less' | 'no-preference';
}

/**
 * Emulates media until the end of the running test, over the browser's own protocol. A later call replaces an earlier
 * one as a whole; an empty object takes everything back.
 */
export async function emulateMedia(emulated: EmulatedMedia): Promise<void> {
  const values: Record<string, string | undefined> = {
    'forced-colors': emulated.forcedColors,
    'prefers-color-scheme': emulated.colorScheme,
    'prefers-reduced-motion': emulated.reducedMotion,
    'prefers-contrast': emulated.contrast,
  };
  const features = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  isEmulating = true;
  await executeServerCommand('emulate-media-features', { media: emulated.media ?? '', features });
}

let isEmulating = false;

afterEach(async () => {
  if (!isEmulating) return;
  await emulateMedia({});
  isEmulating = false;
});
