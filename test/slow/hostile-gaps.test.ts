import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Page } from 'puppeteer-core';
import { contentSecurityPolicy } from '../../scripts/start.mjs';
import { openBrowser, openPage, type TestBrowser } from '../support/browser.js';
import { hostileTexts, MARK } from '../support/hostile-texts.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';
import { until } from '../demo/desk.js';

/** In the page. */
interface Hostile {
  readonly violations: string[];
  /** What the source fails with; null: it does not fail. */
  failure: string | null;
  element(tag: string): HTMLElement;
  /** The texts of all things inside an element, and how many elements are inside these. */
  texts(tag: string, selector: string): { readonly texts: readonly string[]; readonly inside: number };
  press(tag: string, name: string): boolean;
  /** Tags of everything in the page that no element of the kit makes, and addresses that are no http(s). */
  strange(): readonly string[];
  /** A file of an element. */
  file(tag: string, name: string): Promise<string>;
}
declare const hostile: Hostile;

/** The host's own script, served from a file as its policy wants it. */
const script = `
import { AdapterError, memoryAdapter } from '/kit/deskglass.min.js';
const texts = await (await fetch('/texts.json')).json();
const asked = (id, text, place) => ({
  id, text, askedAt: 1_770_000_000_000 - place * 60_000, conversationId: 'c-' + id, status: 'open',
  ticket: { id: text.slice(0, 900), url: text.slice(0, 900) },
});
const topics = texts.map((title, place) => ({
  id: 't-' + place, title,
  questions: place === 0 ? texts.map((text, index) => asked('q-0-' + index, text, index)) : [asked('q-' + place, title, place)],
}));
const shortAnswers = texts.map((text, place) => ({
  id: 's-' + place, question: text, answer: text, createdAt: 1_770_000_000_000 - place * 60_000,
  createdBy: text.slice(0, 900), url: text.slice(0, 900), resolvesQuestionIds: [],
}));
const memory = memoryAdapter([], { topics, shortAnswers });
const failing = (call) => async (...given) => {
  if (hostile.failure !== null) throw new AdapterError('unknown', hostile.failure);
  return call(...given);
};
const { list, questions, dismiss, ...rest } = memory.knowledgeGaps;
document.querySelector('performance-tab').adapter = {
  ...memory,
  knowledgeGaps: { ...rest, list: failing(list), questions: failing(questions), dismiss: failing(dismiss) },
  shortAnswers: { list: failing(memory.shortAnswers.list) },
};
`;

/** Runs in the page before anything of it. */
function prepare(): void {
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    violations.push(`${effectiveDirective} refused ${blockedURI} ${sample}`);
  });
  const element = (tag: string): HTMLElement => {
    const tab = document.querySelector('performance-tab');
    return tag === 'performance-tab' ? tab! : tab!.shadowRoot!.querySelector<HTMLElement>(tag)!;
  };
  const all = (tag: string, selector: string): HTMLElement[] => [
    ...element(tag).shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const everything = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? everything(each.shadowRoot) : [])]);
  const press = (tag: string, name: string): boolean => {
    const found = all(tag, 'button').find((each) => (each.ariaLabel ?? each.textContent ?? '').trim().startsWith(name));
    found?.click();
    return found !== undefined;
  };
  const own: Hostile = {
    violations,
    failure: null,
    element,
    press,
    texts(tag, selector) {
      const found = all(tag, selector);
      return {
        texts: found.map(({ textContent }) => textContent ?? ''),
        inside: found.reduce((sum, each) => sum + each.querySelectorAll('*').length, 0),
      };
    },
    strange() {
      const found = everything(document.body).filter((each) => {
        const isOurs = document.currentScript === each || each.matches('body > script');
        if (!isOurs && each.matches('script, iframe, img, object, embed, link, meta, base')) return true;
        if (each instanceof HTMLAnchorElement && each.href !== '' && !/^https?:/.test(each.href)) return true;
        return each.getAttributeNames().some((name) => name.startsWith('on'));
      });
      return found.map(({ outerHTML }) => outerHTML.slice(0, 200));
    },
    file(tag, name) {
      return new Promise((resolve) => {
        const take = (event: CustomEvent<{ readonly blob: Blob }>): void => {
          event.preventDefault();
          void event.detail.blob.text().then(resolve);
        };
        element(tag).addEventListener('export-request', take as EventListener, { once: true });
        press(tag, name);
      });
    },
  };
  Object.assign(globalThis, { hostile: own });
}

/** As the kit cuts a text. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

describe('two hundred hostile texts, under a strict policy with Trusted Types', () => {
  let folder: string;
  let host: StaticServer;
  let browser: TestBrowser;
  let page: Page;
  let errors: readonly string[];

  before(async () => {
    assert.equal(new Set(hostileTexts).size, 200);
    folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
    await symlink(join(projectFolder, 'dist'), join(folder, 'kit'));
    await writeFile(join(folder, 'texts.json'), JSON.stringify(hostileTexts));
    await writeFile(join(folder, 'host.js'), script);
    const body = `<!doctype html><html lang="en"><title>Host</title><body>
      <agent-performance now="2026-03-13T10:20:00+01:00" time-zone="UTC"><performance-tab view="knowledge-gaps"></performance-tab></agent-performance>
      <script type="module" src="/host.js"></script></body></html>`;
    await writeFile(join(folder, 'index.html'), body);
    const directives = Object.entries(contentSecurityPolicy).map((directive) => directive.join(' '));
    host = await serveFolder(folder, { 'content-security-policy': directives.join('; ') });
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await page.setViewport({ width: 1_280, height: 900 });
    await page.evaluateOnNewDocument('globalThis.__name = (marked) => marked;');
    await page.evaluateOnNewDocument(prepare);
    await page.goto(`${host.url}index.html`);
    await until(page, () => hostile.texts('knowledge-gaps-table', '.title').texts.length > 0, []);
  });

  after(async () => {
    await browser?.close();
    await host?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Shows more until everything is there, and hands back its texts. */
  async function listed(tag: string, selector: string): Promise<readonly string[]> {
    for (let pages = 0; pages < 6; pages += 1) {
      const count = await page.evaluate((...of) => hostile.texts(...of).texts.length, tag, selector);
      if (count === hostileTexts.length) break;
      await page.evaluate((of) => hostile.press(of, 'Show more'), tag);
      const before: [string, string, number] = [tag, selector, count];
      await until(page, (of, what, known) => hostile.texts(of, what).texts.length > known, before);
    }
    const { texts, inside } = await page.evaluate((...of) => hostile.texts(...of), tag, selector);
    assert.equal(inside, 0, `${tag}: elements in ${selector}`);
    return texts;
  }

  /** Nothing ran, nothing was refused, nothing is there that is not the kit's own, and nothing is wider than the page. */
  async function isHarmless(): Promise<void> {
    const found = await page.evaluate(
      (mark) => ({
        ran: mark in globalThis,
        title: document.title,
        violations: hostile.violations,
        strange: hostile.strange(),
        isWide: document.documentElement.scrollWidth > innerWidth,
      }),
      MARK,
    );
    assert.deepEqual(found, { ran: false, title: 'Host', violations: [], strange: [], isWide: false });
    assert.deepEqual(errors, []);
  }

  it('are texts in the table, the panel and the list of short answers', async () => {
    const titles = hostileTexts.map((text) => cut(text, 300));
    assert.deepEqual((await listed('knowledge-gaps-table', '.title')).toSorted(), titles.toSorted());
    await page.evaluate(() => {
      const rows = hostile.element('knowledge-gaps-table').shadowRoot!.querySelectorAll<HTMLElement>('tbody .open');
      rows[0]!.click(); // The topic with all the questions has the most conversations.
    });
    await until(page, () => hostile.texts('knowledge-gap-panel', '.words').texts.length === 50, []);
    assert.deepEqual(await listed('knowledge-gap-panel', '.words'), titles);
    const answers = hostileTexts.map((text) => cut(text, 2_000));
    assert.deepEqual(await listed('short-answers-list', '.asked-for'), answers);
    assert.deepEqual(await listed('short-answers-list', '.answer'), answers);
    await isHarmless();
  });

  it('are texts in the heading and the live region, beside the table and in the dialog over the page', async () => {
    let at = 1;
    for (const width of [1_280, 420]) {
      await page.setViewport({ width, height: 900 });
      const said: string[] = [];
      for (let step = 0; step < 99; step += 1) {
        const { heading, spoken } = await page.evaluate(async () => {
          hostile.press('knowledge-gap-panel', 'Next topic');
          for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
          const root = hostile.element('knowledge-gap-panel').shadowRoot!;
          return {
            heading: root.querySelector('.heading, h2, h3')?.textContent?.trim() ?? '',
            spoken: root.querySelector('[role="status"]')?.textContent ?? '',
          };
        });
        const [, place = '', text = ''] = /^Topic (\d+) of 200: ([^]*)$/.exec(spoken) ?? [];
        assert.deepEqual([Number(place), heading], [(at += 1), text.trim()]);
        said.push(text);
      }
      const titles = new Set(hostileTexts.map((text) => cut(text, 300)));
      assert.deepEqual(
        said.filter((text) => !titles.has(text)),
        [],
      );
      const isModal = await page.evaluate(() =>
        hostile.element('performance-tab').shadowRoot!.querySelector('dialog')!.matches(':modal'),
      );
      assert.equal(isModal, width < 960);
      await isHarmless();
    }
    await page.evaluate(() => hostile.press('knowledge-gap-panel', 'Close'));
    await page.setViewport({ width: 1_280, height: 900 });
  });

  it('are texts in files: no formula in a CSV, and in a JSON what was written', async () => {
    const files: readonly (readonly [tag: string, keys: readonly string[]])[] = [
      ['knowledge-gaps-table', ['title']],
      ['short-answers-list', ['question', 'answer']],
    ];
    for (const [tag, keys] of files) {
      const csv = await page.evaluate((of) => hostile.file(of, 'Download CSV'), tag);
      const records: string[][] = parse(csv, { bom: true });
      const calculates = records.flat().filter((cell) => /^[\s\p{C}"]*[=+\-@]/u.test(cell));
      assert.deepEqual(calculates, []);
      assert.ok(records.flat().some((cell) => cell.includes('HYPERLINK')));
      const json = await page.evaluate((of) => hostile.file(of, 'Download JSON'), tag);
      const { entries } = JSON.parse(json) as { readonly entries: readonly Record<string, string | null>[] };
      for (const key of keys) assert.deepEqual(entries.map((entry) => entry[key]).toSorted(), hostileTexts.toSorted());
      assert.deepEqual(
        entries.filter(({ url }) => url !== null && url !== undefined && !/^https?:/.test(url)),
        [],
      );
    }
    await isHarmless();
  });

  it('are texts in what is looked for, and in the messages of failures', async () => {
    const look = (text: string): Promise<void> =>
      page.evaluate((wanted) => {
        const search = hostile
          .element('knowledge-gaps-table')
          .shadowRoot!.querySelector<HTMLInputElement>('input.search')!;
        search.value = wanted;
        search.dispatchEvent(new Event('input', { bubbles: true }));
      }, text);
    const shows = (text: string): Promise<void> =>
      until(
        page,
        (part) =>
          hostile.element('knowledge-gaps-table').shadowRoot!.querySelector('.card')!.textContent!.includes(part),
        [text],
      );
    for (const place of [0, 1, 3, 10, 11, 14, 15, 17]) {
      const wanted = `${hostileTexts[place]!.slice(0, 150)} of nobody`;
      await look(wanted);
      await shows(wanted);
    }
    await page.evaluate(() => (hostile.failure = 'first'));
    await look('other');
    await shows('unknown: first');
    for (const text of hostileTexts) {
      await page.evaluate((message) => {
        hostile.failure = message;
        hostile.press('knowledge-gaps-table', 'Try again');
      }, text);
      await shows(text.slice(0, 100));
    }
    await isHarmless();
  });
});
