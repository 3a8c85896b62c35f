import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** All files that Node runs as tests, by the stage they belong to; paths are relative to the project and sorted. */
export async function nodeTestFiles() {
  const entries = await readdir(join(projectFolder, 'test'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter(({ name }) => name.endsWith('.test.ts') && !name.endsWith('.browser.test.ts'))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
  const inFolder = (folder) => files.filter((file) => file.startsWith(`test/${folder}/`));
  const slow = inFolder('slow');
  const demo = inFolder('demo');
  const timed = inFolder('timed');
  const packaging = inFolder('package');
  const elsewhere = new Set([...slow, ...demo, ...timed, ...packaging]);
  return {
    /** Need the sources alone. */
    unit: files.filter((file) => !elsewhere.has(file)),
    /** Need what was built. */
    package: packaging,
    /** Need a browser, and what was built. */
    demo,
    /** Look at how long a page is held up: they need the processors to themselves. */
    timed,
    slow,
  };
}
