import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { browserTestFiles, projectFolder } from './test-files.mjs';

/**
 * Writes the tests that run in a browser into `build/browser`, what they share in common files: a page that has to fetch
 * hundreds of modules one by one needs a second longer, and each test file is a page.
 * @returns {Promise<string>} the pattern of the files to run
 */
export async function bundleBrowserTests() {
  const outdir = join(projectFolder, 'build/browser');
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: projectFolder,
    entryPoints: await browserTestFiles(),
    outdir,
    outbase: '.',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development'],
    sourcemap: true,
    // What a test imports for its effects is no dead code.
    ignoreAnnotations: true,
    // The runner serves these itself.
    external: ['/__web-dev-server__*', '/__web-test-runner__*'],
    logLevel: 'warning',
  });
  return 'build/browser/**/*.browser.test.js';
}
