import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { projectFolder } from '../support/import-lines.js';

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly { readonly tagName: string; readonly summary?: string }[];
  }[];
}

interface PackageDescription {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly customElements: string;
  readonly sideEffects: readonly string[];
}

function codeOf(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

function readJson(path: string): unknown {
  return JSON.parse(codeOf(path));
}

/** Files of a folder that a pattern with one `*` in its last part names; the pattern itself where it has none. */
function filesOf(pattern: string): string[] {
  if (!pattern.includes('*')) return [pattern];
  const [folder = '', ending = ''] = pattern.split('*');
  return readdirSync(join(projectFolder, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}${file}`);
}

describe('the built package', () => {
  const description = readJson('package.json') as PackageDescription;
  const manifest = readJson(description.customElements) as Manifest;
  const tags = readdirSync(join(projectFolder, 'components/define')).map((file) => file.replace(/\.ts$/, ''));

  it('holds a file, and its types, for every entry that package.json names', () => {
    const targets = Object.values(description.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of targets) {
      const files = filesOf(target);
      assert.ok(files.length > 0 && files.every((file) => existsSync(join(projectFolder, file))), target);
    }
  });

  it('describes every tag in the manifest, with a summary and the module that defines it', () => {
    const described = manifest.modules.map(({ path, declarations }) => ({ path, tag: declarations[0]?.tagName }));
    assert.deepEqual(
      described,
      tags.toSorted().map((tag) => ({ path: `dist/define/${tag}.js`, tag })),
    );
    for (const { declarations } of manifest.modules) assert.ok(declarations[0]?.summary, declarations[0]?.tagName);
  });

  it('tells bundlers that the define files and the browser file act on import', () => {
    // The sources are named as well, for the bundlers that build the package and its demo; they are not shipped.
    const shipped = description.sideEffects.filter((pattern) => pattern.startsWith('./dist/'));
    const acting = shipped.flatMap((pattern) => filesOf(pattern));
    assert.deepEqual(
      acting.toSorted(),
      [
        './dist/define.js',
        './dist/deskglass.min.js',
        './dist/worker.js',
        ...tags.map((tag) => `./dist/define/${tag}.js`),
      ].toSorted(),
    );
  });

  it('registers every tag from define.js and from the browser file', () => {
    for (const tag of tags) {
      assert.ok(codeOf('dist/define.js').includes(`./define/${tag}.js`), tag);
      assert.match(codeOf('dist/deskglass.min.js'), new RegExp(`(["'\`])${tag}\\1`), tag);
    }
    assert.match(codeOf('dist/deskglass.min.js'), /customElements\.define\(/);
  });

  it('holds the loading worker beside every module that starts it, whole', () => {
    const starting = readdirSync(join(projectFolder, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.js') &&
        /new URL\((["'`])\.\/worker\.js\1,\s*import\.meta\.url\)/.test(codeOf(join('dist', file))),
    );
    assert.equal(starting.length, 2);
    for (const file of starting) assert.equal(dirname(file), '.');
    assert.doesNotMatch(codeOf('dist/worker.js'), /\bimport\b/);
  });

  it('holds the browser file whole, with nothing left to import', () => {
    const kinds = new Set<string>();
    JSON.stringify(parseAst(codeOf('dist/deskglass.min.js')), (key, value: unknown) => {
      if (key === 'type') kinds.add(String(value));
      return typeof value === 'bigint' ? String(value) : value;
    });
    assert.ok(kinds.has('ExportNamedDeclaration'));
    assert.deepEqual(
      [...kinds].filter((kind) => kind === 'ImportDeclaration' || kind === 'ImportExpression'),
      [],
    );
  });

  it('lowers decorators everywhere, because no browser runs them', () => {
    const modules = readdirSync(join(projectFolder, 'dist'), { recursive: true, encoding: 'utf8' });
    for (const path of modules.filter((file) => file.endsWith('.js'))) {
      assert.doesNotMatch(
        codeOf(`dist/${path}`),
        /^\s*@(?:property|state|query|customElement|consume|provide)\(/m,
        path,
      );
    }
  });
});
