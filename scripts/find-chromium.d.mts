/** How to launch a browser; goes into puppeteer's `launch` as it is. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly headless: true | 'shell';
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
}

/**
 * Finds a Chromium and says how to launch it. Looks at `$CHROME_PATH`, then for chromium, chrome or edge on the system,
 * then, on Linux x64, into the npm package `@sparticuz/chromium`; throws an error that names these ways.
 */
export function findChromium(): Promise<ChromiumLaunch>;
