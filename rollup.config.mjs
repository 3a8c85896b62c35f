import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minify } from 'rolldown/utils';

const projectFolder = dirname(fileURLToPath(import.meta.url));
const { dependencies } = JSON.parse(await readFile(resolve(projectFolder, 'package.json'), 'utf8'));

const entries = {
  index: 'build/src/index.js',
  core: 'build/src/core.js',
  define: 'build/components/define.js',
  testing: 'build/src/testing/index.js',
  ...entriesOfTags(),
  ...Object.fromEntries(
    ['memory', 'demo', 'file', 'rest', 'with-retry'].map((name) => [
      `adapters/${name}`,
      `build/src/adapters/${name}.js`,
    ]),
  ),
};

/** One entry a tag: the folder is the list. */
function entriesOfTags() {
  const folder = resolve(projectFolder, 'components/define');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts')) : [];
  const tags = files.map((file) => file.slice(0, -'.ts'.length));
  return Object.fromEntries(tags.map((tag) => [`define/${tag}`, `build/components/define/${tag}.js`]));
}

/** Reads what the compiler emitted: its source maps, so that a debugger shows TypeScript, and JSON as a module. */
function compilerOutput() {
  return {
    name: 'compiler-output',
    async load(path) {
      if (path.endsWith('.json')) return `export default ${JSON.stringify(JSON.parse(await readFile(path, 'utf8')))};`;
      if (!path.startsWith(resolve(projectFolder, 'build'))) return null;
      const map = JSON.parse(await readFile(`${path}.map`, 'utf8'));
      map.sourcesContent = await Promise.all(
        map.sources.map((source) => readFile(resolve(dirname(path), source), 'utf8')),
      );
      return { code: await readFile(path, 'utf8'), map };
    },
  };
}

/** Makes a file small by the minifier that vite bundles with: as small as terser's, in a fiftieth of the time. */
function minified() {
  return {
    name: 'minified',
    async renderChunk(code, { fileName }) {
      const options = {
        module: true,
        compress: { target: 'es2022' },
        codegen: { legalComments: 'inline' },
        sourcemap: true,
      };
      const { errors, ...small } = await minify(fileName, code, options);
      if (errors.length > 0) throw new Error(`${fileName}: ${errors.map(({ message }) => message).join(' ')}`);
      return { code: small.code, map: small.map };
    },
  };
}

/** What Lit notes on the window for other copies of it; the one that the kit has for itself is nobody's business there. */
function keepsLitToItself() {
  const noted = /(?:\b\w+\.)?\b(litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata)\b/g;
  const place = '\0lits-own-place';
  return {
    name: 'keeps-lit-to-itself',
    resolveId: (id) => (id === place ? id : null),
    load: (id) => (id === place ? 'export const litsOwn = {};' : null),
    transform(code, id) {
      if (!/node_modules.(?:lit|@lit)/.test(id) || code.search(noted) < 0) return null;
      const moved = code.replaceAll(noted, 'litsOwn.$1');
      return { code: `import { litsOwn } from ${JSON.stringify(place)};${moved}`, map: null };
    },
  };
}

const isHostsPackage = (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** Stops at every warning, an import that leads nowhere above all; that the compiler's helpers look for `this` is no fault. */
function refuseWarnings(warning) {
  if (warning.code !== 'THIS_IS_UNDEFINED') throw new Error(`${warning.code}: ${warning.message}`);
}

export default [
  {
    input: entries,
    onwarn: refuseWarnings,
    external: isHostsPackage,
    plugins: [compilerOutput()],
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      // The module that starts the worker lies beside it, wherever it is imported from.
      chunkFileNames: ({ name }) => (name === 'worker-url' ? '[name]-[hash].js' : 'chunks/[name]-[hash].js'),
      manualChunks: { 'worker-url': ['build/src/load/worker-url.js'] },
      // An entry shows what it needs itself; what a chunk imports is the chunk's matter.
      hoistTransitiveImports: false,
    },
  },
  {
    input: 'build/components/browser.js',
    onwarn: refuseWarnings,
    plugins: [compilerOutput(), nodeResolve({ browser: true, exportConditions: ['production'] }), keepsLitToItself()],
    output: {
      file: 'dist/deskglass.min.js',
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
      plugins: [minified()],
    },
  },
  {
    // Nothing is imported by it: bundlers copy it as it is.
    input: 'build/src/load/worker.js',
    onwarn: refuseWarnings,
    plugins: [compilerOutput(), nodeResolve({ browser: true, exportConditions: ['production'] })],
    output: {
      file: 'dist/worker.js',
      format: 'es',
      sourcemap: true,
      plugins: [minified()],
    },
  },
];
