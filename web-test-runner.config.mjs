import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { bundleBrowserTests } from './scripts/bundle-browser-tests.mjs';
import { strayErrors } from './scripts/catch-stray-errors.mjs';
import { countReporter } from './scripts/count-reporter.mjs';
import { emulateMediaFeatures } from './scripts/emulate-media-features.mjs';
import { findChromium } from './scripts/find-chromium.mjs';

// Files that were named, or are watched, are served as they are.
const isWhole = !process.argv.some((argument) => /^--(files|watch)\b/.test(argument));
const media = emulateMediaFeatures();

export default {
  files: isWhole ? await bundleBrowserTests() : 'test/**/*.browser.test.ts',
  nodeResolve: true,
  concurrency: 3,
  // Of a whole page of them.
  testsFinishTimeout: 5 * 60_000,
  browsers: [
    chromeLauncher({
      launchOptions: await findChromium(),
      async createPage({ context }) {
        const page = await context.newPage();
        // Several files run side by side, and only one page of a browser would have the focus otherwise.
        await page.emulateFocusedPage(true);
        media.resetBetweenFiles(page);
        return page;
      },
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    media.plugin,
    strayErrors.plugin,
  ],
  testRunnerHtml: strayErrors.html,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode.'),
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }), countReporter()],
};
