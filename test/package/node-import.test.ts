import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { projectFolder } from '../support/import-lines.js';

const run = promisify(execFile);
const distribution = join(projectFolder, 'dist');

/** What a page has and plain Node has not. Defining elements is what define files are for, so `customElements` is apart. */
const domNames = `
  window document customElements HTMLElement Element Node ShadowRoot CSSStyleSheet getComputedStyle matchMedia
  requestAnimationFrame ResizeObserver IntersectionObserver Worker localStorage sessionStorage location history
  trustedTypes devicePixelRatio`
  .trim()
  .split(/\s+/);

function folderEntries(folder: string): string[] {
  return readdirSync(join(distribution, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${folder}/${file}`);
}

/**
 * Imports modules, one after the other, in a plain Node and hands back the names of the page that the package itself looked at, as
 * `name (file)`. What Lit and Chart.js look at in their own modules is theirs.
 */
async function touchedOnImport(files: readonly string[], folder = distribution): Promise<string[]> {
  const script = `
    const touched = new Set();
    const values = new Map();
    const own = ${JSON.stringify(pathToFileURL(`${folder}/`).href)};
    Error.stackTraceLimit = 20;
    for (const name of ${JSON.stringify(domNames)}) {
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get() {
          const caller = new Error().stack.split('\\n')[2] ?? '';
          if (caller.includes(own)) touched.add(name + ' (' + caller.slice(caller.indexOf(own) + own.length).split(':')[0] + ')');
          return values.get(name);
        },
        set(value) { values.set(name, value); },
      });
    }
    for (const file of ${JSON.stringify(files)}) await import(own + file);
    console.log(JSON.stringify([...touched]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: projectFolder });
  return JSON.parse(stdout) as string[];
}

describe('importing the built package in Node', () => {
  const entries = ['index.js', 'core.js', 'testing.js', ...folderEntries('adapters')];
  const definingEntries = ['define.js', ...folderEntries('define')];

  it('finds an entry for everything that a host imports', () => {
    for (const entry of [...entries, ...definingEntries, 'deskglass.min.js', 'custom-elements.json']) {
      assert.ok(existsSync(join(distribution, entry)), `dist/${entry} was built`);
    }
    for (const name of ['memory', 'demo', 'file', 'rest', 'with-retry'])
      assert.ok(entries.includes(`adapters/${name}.js`));
    assert.ok(definingEntries.length > 3);
  });

  for (const entry of entries) {
    it(`of ${entry} touches no DOM and throws nothing`, async () => {
      assert.deepEqual(await touchedOnImport([entry]), []);
    });
  }

  it('of what defines elements looks for their registry alone and throws nothing', async () => {
    const touched = await touchedOnImport(definingEntries);
    assert.deepEqual(
      touched.filter((name) => !name.startsWith('customElements ')),
      [],
    );
  });

  it('is caught where it touches the DOM', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
    context.after(() => rm(folder, { recursive: true }));
    await writeFile(
      join(folder, 'touching.mjs'),
      'export const isBrowser = typeof document === "object" && window.name;',
    );
    await writeFile(join(folder, 'throwing.mjs'), 'document.createElement("p");');
    assert.deepEqual(await touchedOnImport(['touching.mjs'], folder), ['document (touching.mjs)']);
    await assert.rejects(touchedOnImport(['throwing.mjs'], folder), /TypeError/);
  });
});
