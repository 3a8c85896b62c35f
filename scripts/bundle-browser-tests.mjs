import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleGroups } from './grouped-tests.mjs';
import { browserTestFiles, projectFolder } from './test-files.mjs';

/** Look at what is defined or loaded on a page, and when, or at what is said once on it. */
const needPageOfTheirOwn = ['element-first', 'provider-first', 'define-element', 'chart-library'];

/** So many that the pages come to their end at about the same time. */
const filesOnAPage = 6;

/**
 * Writes the tests that run in a browser into `build/browser`, those of a folder as one file, since each file is a page.
 * @returns {Promise<string>} the pattern of the files to run
 */
export async function bundleBrowserTests() {
  const outdir = join(projectFolder, 'build/browser');
  await rm(outdir, { recursive: true, force: true });
  await bundleGroups(groupsOf(await browserTestFiles()), {
    outdir,
    splitting: true,
    target: 'es2022',
    conditions: ['development'],
    sourcemap: true,
    // The runner serves these itself.
    external: ['/__web-dev-server__*', '/__web-test-runner__*'],
  });
  return 'build/browser/**/*.browser.test.js';
}

function groupsOf(files) {
  const groups = {};
  for (const file of files) {
    const isAlone = needPageOfTheirOwn.some((name) => file.endsWith(`/${name}.browser.test.ts`));
    const folder = dirname(file);
    const page = Math.floor(files.filter((other) => other < file && dirname(other) === folder).length / filesOnAPage);
    const name = isAlone ? file.replace(/\.ts$/, '') : `${folder}/${page}.browser.test`;
    (groups[name] ??= []).push(file);
  }
  return groups;
}
