import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(projectFolder, path), 'utf8'));
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
    const acting = description.sideEffects.flatMap((pattern) => filesOf(pattern));
    assert.deepEqual(
      acting.toSorted(),
      ['./dist/define.js', './dist/deskglass.min.js', ...tags.map((tag) => `./dist/define/${tag}.js`)].toSorted(),
    );
  });

  it('holds the browser file whole, with nothing left to import', () => {
    const code = readFileSync(join(projectFolder, 'dist/deskglass.min.js'), 'utf8');
    const syntax = JSON.stringify(parseAst(code));
    assert.match(syntax, /"type":"Program"/);
    assert.doesNotMatch(syntax, /"type":"Import(?:Declaration|Expression)"/);
  });

  it('lowers decorators everywhere, because no browser runs them', () => {
    const modules = readdirSync(join(projectFolder, 'dist'), { recursive: true, encoding: 'utf8' });
    for (const path of modules.filter((file) => file.endsWith('.js'))) {
      const code = readFileSync(join(projectFolder, 'dist', path), 'utf8');
      assert.doesNotMatch(code, /^\s*@(?:property|state|query|customElement|consume|provide)\(/m, path);
    }
  });
});
