import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleGroups } from './grouped-tests.mjs';
import { projectFolder } from './test-files.mjs';

/**
 * Writes the tests of a stage that runs in Node into `build/node` as few files, since each is a process.
 * @param {string} stage
 * @param {readonly string[]} files
 * @returns {Promise<readonly string[]>} the files to run
 */
export async function bundleNodeTests(stage, files) {
  const groups = {};
  for (const file of files) {
    const code = await readFile(join(projectFolder, file), 'utf8');
    // What lies on the heap of all others takes minutes to search.
    const name = code.includes('/heap-search.js') ? 'heap.test' : 'all.test';
    (groups[name] ??= []).push(file);
  }
  const outdir = join(projectFolder, 'build/node', stage);
  await rm(outdir, { recursive: true, force: true });
  await bundleGroups(groups, {
    outdir,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'inline',
    plugins: [staysInPlace],
  });
  return Object.keys(groups).map((name) => join(outdir, `${name}.mjs`));
}

/** Lets each file find what lies beside its source. */
const staysInPlace = {
  name: 'stays-in-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:ts|mjs)$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const place = JSON.stringify(pathToFileURL(path).href);
      return { contents: code.replaceAll('import.meta.url', place), loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};
