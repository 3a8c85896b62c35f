import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { contentSecurityPolicy } from '../../scripts/start.mjs';
import { openBrowser, openPage, type TestBrowser } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';
import { until } from './desk.js';

/** What a page notes from its start on. */
interface Noted {
  /** What its window had before anything of the kit came. */
  readonly before: readonly PropertyKey[];
  /** Violations of its policy. */
  readonly violations: string[];
  /** What was asked of its storage, cookies and history. */
  readonly touched: string[];
}
declare const self: { readonly noted: Noted } & typeof globalThis;

/** Runs in the page before anything of it. */
function takeNotes(): void {
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    violations.push(`${effectiveDirective} refused ${blockedURI} ${sample}`);
  });
  const touched: string[] = [];
  const watch = (owner: object, ...names: string[]): void => {
    for (const name of names) {
      const property = Object.getOwnPropertyDescriptor(owner, name)!;
      const heard = (part: 'get' | 'set' | 'value') => {
        const real = property[part] as ((...given: unknown[]) => unknown) | undefined;
        return real === undefined
          ? {}
          : {
              [part](this: unknown, ...given: unknown[]) {
                touched.push(name);
                return real.apply(this, given);
              },
            };
      };
      Object.defineProperty(owner, name, { ...property, ...heard('get'), ...heard('set'), ...heard('value') });
    }
  };
  watch(globalThis, 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'name');
  watch(Document.prototype, 'cookie', 'title');
  watch(History.prototype, 'pushState', 'replaceState', 'back', 'forward', 'go');
  const noted = { before: [] as PropertyKey[], violations, touched };
  Object.assign(globalThis, { noted });
  noted.before.push(...Reflect.ownKeys(globalThis));
}

const startedAt = Date.now() - 60 * 86_400_000;
/** So many that a worker is worth its start. */
const lines = Array.from({ length: 6_000 }, (_, index) => {
  const at = startedAt + index * 14 * 60_000;
  const reply = { type: 'message', at, by: { kind: 'agent' }, sources: index % 3 === 0 ? [] : [{}], actions: [] };
  return JSON.stringify({ id: `c-${index}`, startedAt: at, channel: 'chat', events: [reply] });
});

/** A host's own script with the kit inside, in pieces, as a bundler leaves it. */
async function bundle(folder: string): Promise<void> {
  const contents = `
    import { configure } from './dist/index.js';
    import './dist/define.js';
    configure({ workerUrl: '/kit/worker.js' });`;
  await build({
    stdin: { contents, resolveDir: projectFolder },
    outdir: join(folder, 'bundled'),
    entryNames: 'main',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    conditions: ['production'],
    // What a script imports for its effects is no dead code.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
}

/** A host's page under the strict policy, which takes the kit from this address. */
function policyFor(kit: StaticServer | null): Readonly<Record<string, string>> {
  const scripts = kit === null ? {} : { 'script-src': `'self' ${new URL(kit.url).origin}` };
  const directives = Object.entries({ ...contentSecurityPolicy, ...scripts }).map((directive) => directive.join(' '));
  return { 'content-security-policy': directives.join('; ') };
}

describe('a host’s page under a strict policy', () => {
  let folder: string;
  let browser: TestBrowser;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
    await symlink(join(projectFolder, 'dist'), join(folder, 'kit'));
    await writeFile(join(folder, 'records.ndjson'), lines.join('\n'));
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Shows the whole tab, and tells what the page noted, what was asked for and what went wrong. */
  async function show(host: StaticServer, script: string) {
    const asked: string[] = [];
    const body = `<!doctype html><html lang="en"><title>Host</title><body>
      <agent-performance src="/records.ndjson" time-zone="UTC"><performance-tab></performance-tab></agent-performance>
      <script type="module" src="${script}"></script></body></html>`;
    await writeFile(join(folder, 'index.html'), body);
    const { page, errors } = await openPage(browser);
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluateOnNewDocument('globalThis.__name = (marked) => marked;');
    await page.evaluateOnNewDocument(takeNotes);
    await page.goto(`${host.url}index.html`);
    await until(page, () => {
      const tab = document.querySelector('performance-tab')?.shadowRoot;
      const chart = tab?.querySelector('resolution-rate-chart')?.shadowRoot?.querySelector('canvas');
      return (chart?.width ?? 0) > 0 && chart?.style.display !== '';
    }, []);
    const found = await page.evaluate(() => {
      const { before: known, violations, touched } = self.noted;
      const added = Reflect.ownKeys(globalThis).filter((key) => !known.includes(key));
      const { length, state } = history;
      return { added: added.map(String), violations, touched, history: { length, state: state as unknown } };
    });
    await page.close();
    return { ...found, asked: asked.toSorted(), errors };
  }

  for (const origin of ['the same', 'another'])
    it(`is not violated, nor window, storage, cookies and history touched, by the browser file from ${origin} origin`, async () => {
      const other = origin === 'another' ? await serveFolder(folder) : null;
      const host = await serveFolder(folder, policyFor(other));
      const kit = other ?? host;
      try {
        const { asked, errors, ...found } = await show(host, `${kit.url}kit/deskglass.min.js`);
        // The one thing that copies of the kit on a page share; made when an element first asks for it.
        const added = ['Symbol(deskglass.configuration/1)'];
        assert.deepEqual(found, { added, violations: [], touched: [], history: { length: 2, state: null } });
        assert.deepEqual(errors, []);
        const worker = other === null ? [`${kit.url}kit/worker.js`] : [];
        const files = [`${kit.url}kit/deskglass.min.js`, ...worker];
        assert.deepEqual(asked, [`${host.url}index.html`, `${host.url}records.ndjson`, ...files].toSorted());
      } finally {
        await Promise.all([host.close(), other?.close()]);
      }
    });

  it('is not violated, nor storage, cookies and history touched, by a script that the host has bundled', async () => {
    await bundle(folder);
    const host = await serveFolder(folder, policyFor(null));
    try {
      const { asked, errors, added, ...found } = await show(host, `${host.url}bundled/main.js`);
      assert.deepEqual(found, { violations: [], touched: [], history: { length: 2, state: null } });
      // Lit is the host's own here, and notes on the window which versions and what properties of it there are.
      const lit = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];
      assert.deepEqual(added.toSorted(), ['Symbol(deskglass.configuration/1)', ...lit]);
      assert.deepEqual(errors, []);
      const own = `${host.url}bundled/`;
      const others = asked.filter((url) => !url.startsWith(own));
      const expected = ['index.html', 'records.ndjson', 'kit/worker.js'].map((path) => `${host.url}${path}`);
      assert.deepEqual(others, expected.toSorted());
      assert.ok(asked.filter((url) => url.startsWith(own)).length > 1, 'the script came in pieces');
    } finally {
      await host.close();
    }
  });
});
