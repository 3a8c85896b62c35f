import { build } from 'esbuild';
import { projectFolder } from './test-files.mjs';

/**
 * Writes test files that run together as one: most of the time of a test file of its own goes into starting a process or a
 * page, and into reading what all of them import.
 * @param {Readonly<Record<string, readonly string[]>>} groups the files by the path, without its ending, that is written
 * @param {import('esbuild').BuildOptions} options
 */
export async function bundleGroups(groups, options) {
  await build({
    absWorkingDir: projectFolder,
    entryPoints: Object.keys(groups).map((name) => ({ in: `group:${name}`, out: name })),
    bundle: true,
    format: 'esm',
    // What a test imports for its effects is no dead code.
    ignoreAnnotations: true,
    logLevel: 'warning',
    ...options,
    plugins: [importingGroups(groups), ...(options.plugins ?? [])],
  });
}

function importingGroups(groups) {
  return {
    name: 'importing-groups',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice('group:'.length), namespace: 'group' }));
      onLoad({ filter: /^/, namespace: 'group' }, ({ path }) => ({
        contents: groups[path].map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n'),
        resolveDir: projectFolder,
      }));
    },
  };
}
