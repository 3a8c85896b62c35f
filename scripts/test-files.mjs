import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** All files that run in a browser; paths are relative to the project and sorted. */
export async function browserTestFiles() {
  return (await testFiles()).filter(isBrowserTest);
}

async function testFiles() {
  const entries = await readdir(join(projectFolder, 'test'), { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => name.endsWith('.test.ts'))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

function isBrowserTest(file) {
  return file.endsWith('.browser.test.ts');
}

/** All files that Node runs as tests, by the stage they belong to; paths are relative to the project and sorted. */
export async function nodeTestFiles() {
  const files = (await testFiles()).filter((file) => !isBrowserTest(file));
  const inFolder = (folder) => files.filter((file) => file.startsWith(`test/${folder}/`));
  const slow = inFolder('slow');
  const demo = inFolder('demo');
  const packaging = inFolder('package');
  const elsewhere = new Set([...slow, ...demo, ...packaging]);
  return {
    /** Need the sources alone. */
    unit: files.filter((file) => !elsewhere.has(file)),
    /** Need what was built. */
    package: packaging,
    /** Need a browser, and what was built. */
    demo,
    /** Take long, or need the processors to themselves because they look at how long a page is held up. */
    slow,
  };
}
