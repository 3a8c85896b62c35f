import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { AgentPerformance, PerformanceTab } from '../../components/index.js';
import type { Filters } from '../../src/filters/filters.js';
import { reports } from '../../src/reports/reports.js';
import { dropFile, loadedStatus, openDesk, shownIn, textOf, until, type Desk, type DeskPage } from './desk.js';

/** Every element of the page's reports. */
const tags = [...Object.keys(reports), 'performance-filters'];

/** Three conversations: one resolved, one handed over, one that the agent never saw. */
const records = [
  { id: 'c-1', startedAt: '2026-03-02T09:00:00Z', channel: 'chat', events: [reply('2026-03-02T09:01:00Z')] },
  {
    id: 'c-2',
    startedAt: '2026-03-02T10:00:00Z',
    channel: 'chat',
    events: [reply('2026-03-02T10:01:00Z'), { type: 'handoff', at: '2026-03-02T10:05:00Z', cause: 'agent' }],
  },
  { id: 'c-3', startedAt: '2026-03-09T10:00:00Z', channel: 'email', events: [] },
];
const ndjson = records.map((record) => JSON.stringify(record)).join('\n');

function reply(at: string): object {
  return {
    type: 'message',
    at,
    by: { kind: 'agent' },
    sources: [{ title: 'Returns' }],
    actions: [],
    text: 'Here is how.',
  };
}

/** Waits until a status line tells of a number of conversations. */
async function statusSays(page: Page, count: string): Promise<void> {
  await until(page, (wanted) => document.querySelector('[data-status]')?.textContent?.startsWith(wanted), [
    `${count} `,
  ]);
}

describe('the demo help desk', () => {
  let desk: Desk;
  /** Looked at by tests that need no page of their own. */
  let shown: DeskPage;

  before(async () => {
    desk = await openDesk();
    shown = await desk.open();
  });

  after(() => desk.close());

  it('shows all reports with figures, under its policy, without one violation', async () => {
    const { page, troubles } = shown;
    const status = await loadedStatus(page);
    assert.match(status, /^\d{2,3},\d{3} conversations, as of /);
    for (const tag of tags) {
      await until(page, (name) => kit(name)?.shadowRoot !== null, [tag]);
      assert.match(await shownIn(page, tag), /\d/, tag);
    }
    await until(page, () => kit('resolution-rate-chart')?.shadowRoot?.querySelector('canvas'), []);
    assert.ok(
      await page.evaluate(() => kit('resolution-rate-chart')!.shadowRoot!.querySelector('canvas')!.width > 300),
    );
    assert.deepEqual(await troubles(), []);
  });

  it('has headings that leave out no level, the cards’ among them', async () => {
    const { page } = shown;
    await loadedStatus(page);
    const levels = await page.evaluate(() => {
      const headingsIn = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => {
          if (element.shadowRoot !== null) return headingsIn(element.shadowRoot);
          return /^h[1-6]$/.test(element.localName) && element.checkVisibility() ? [element] : [];
        });
      return [document.querySelector('.top')!, document.querySelector('#main')!]
        .flatMap(headingsIn)
        .map(({ localName }) => Number(localName.slice(1)));
    });
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels.filter((level) => level === 2).length, 4);
    assert.ok(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1, levels.join()));
  });

  it('speaks German after the switch, and the kit with it', async () => {
    const { page, troubles } = shown;
    await loadedStatus(page);
    await page.select('select[name=language]', 'de');
    assert.equal(await page.$eval('html', ({ lang }) => lang), 'de');
    assert.match(await textOf(page, '[data-status]'), /^\d{2,3}\.\d{3} Gespräche, Stand /);
    await until(page, () => kit('impact-this-week')?.shadowRoot?.textContent?.includes('Gelöste Gespräche'), []);
    assert.match(page.url(), /lang=de/);
    assert.deepEqual(await troubles(), []);
  });

  it('is dark when it is told so, and the cards with it', async () => {
    const { page } = shown;
    await loadedStatus(page);
    const surface = () =>
      page.evaluate(() =>
        ['.top', 'impact-this-week'].map((selector) => {
          const element = kit(selector) ?? document.querySelector(selector)!;
          const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
          const card = element.shadowRoot?.querySelector('section, article, .card') ?? element;
          canvas.fillStyle = getComputedStyle(card).backgroundColor;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part > 128);
        }),
      );
    await page.select('select[name=theme]', 'light');
    assert.deepEqual(await surface(), [
      [true, true, true],
      [true, true, true],
    ]);
    await page.select('select[name=theme]', 'dark');
    assert.deepEqual(await surface(), [
      [false, false, false],
      [false, false, false],
    ]);
  });

  it('shows a file that was chosen by the button, says which, and leads back to the demo data', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
    const path = join(folder, 'spring.ndjson');
    await writeFile(path, ndjson);
    const { page, troubles } = await desk.open();
    const demoStatus = await loadedStatus(page);
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('.open-file')]);
    await chooser.accept([path]);
    await statusSays(page, '3');
    assert.equal(await textOf(page, '[data-source-name]'), 'spring.ndjson');
    assert.equal(await textOf(page, '[data-source-note]'), '');
    assert.match(await shownIn(page, 'resolution-rate-chart'), /50 percent in the week of 2 March/);

    await page.click('.source-back');
    await statusSays(page, demoStatus.split(' ')[0]!);
    assert.equal(await textOf(page, '[data-source-name]'), 'Demo data');
    assert.deepEqual(await troubles(), []);
    await rm(folder, { recursive: true });
    await page.close();
  });

  it('shows a file that was dropped anywhere, from the inbox too, and says where the agent was declared', async () => {
    const { page, troubles } = await desk.open('#/inbox');
    await until(page, () => customElements.get('agent-performance') !== undefined, []);
    await dropFile(page, 'incidents-part.ndjson', ndjson);
    await statusSays(page, '3');
    assert.match(page.url(), /#\/performance$/);
    assert.equal(await textOf(page, '[data-source-name]'), 'incidents-part.ndjson');
    assert.match(await textOf(page, '[data-source-note]'), /who the agent is, is declared/);
    assert.equal(await page.$eval('.drop', (overlay) => (overlay as HTMLElement).hidden), true);
    assert.deepEqual(await troubles(), []);
    await page.close();
  });

  it('hands range, zone, clock and density to the elements', async () => {
    const { page } = await desk.open('?range=26w&now=2026-03-13T10:20:00%2B01:00');
    await loadedStatus(page);
    await page.select('select[name=zone]', 'Asia/Kathmandu');
    await page.click('.switch');
    const attributes = await page.evaluate(() => {
      const provider = document.querySelector('agent-performance')!;
      return [provider.getAttribute('time-zone'), provider.getAttribute('now'), provider.getAttribute('filters')];
    });
    assert.deepEqual(attributes, ['Asia/Kathmandu', '2026-03-13T10:20:00+01:00', 'range=26w']);
    assert.equal(await page.evaluate(() => kit('resolution-rate-chart')!.getAttribute('density')), 'compact');
    assert.match(await loadedStatus(page), /as of Fri, 13 Mar 2026, 15:05/);
    await page.close();
  });

  it('opens at the place and filters of its address, follows back and forward, and stands at the start of a wrong one', async () => {
    const { page, troubles } = await desk.open('?range=4w&grain=day&channels=chat#/performance/knowledge-gaps');
    await loadedStatus(page);
    const press = (selector: string, words: string): Promise<void> =>
      page.evaluate(
        (buttons, text) => {
          const tab = document.querySelector('performance-tab')!.shadowRoot!;
          const all = [tab, ...[...tab.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
          const found = all.flatMap((root) => [...root.querySelectorAll<HTMLElement>(buttons)]);
          found.find(({ textContent }) => textContent?.trim() === text)!.click();
        },
        selector,
        words,
      );
    const becomes = (expected: string): Promise<void> =>
      until(
        page,
        (words) => {
          const { place } = document.querySelector<PerformanceTab>('performance-tab')!;
          const { range, grain, channels } = document.querySelector<AgentPerformance>('agent-performance')!
            .filters as Filters;
          return [place.view, place.section, range, grain, channels].join(' ') === words;
        },
        [expected],
        5_000,
      );
    await becomes('knowledge-gaps  4w day chat');
    await press('nav button', 'Reports');
    await press('nav button', 'Workload');
    await press('[role=radio]', 'Week');
    await becomes('reports workload 4w week chat');
    assert.match(page.url(), /range=4w&grain=week&channels=chat.*#\/performance\/workload$/);
    await page.goBack();
    await page.goBack();
    await becomes('knowledge-gaps  4w day chat');
    await page.goForward();
    await page.goForward();
    await becomes('reports workload 4w week chat');
    await page.evaluate(() => (location.href = '#/performance/nowhere/x'));
    await becomes('reports  4w week chat');
    assert.deepEqual(await troubles(), []);
    await page.close();
  });

  it('never scrolls sideways, on any page, at 320 pixels', async () => {
    for (const query of ['?lang=de', '?dir=rtl']) {
      const { page } = await desk.open(`${query}#/performance`, { width: 320, height: 700 });
      await loadedStatus(page);
      for (const hash of ['performance', 'inbox', 'inbox/48213', 'contacts', 'content', 'channels', 'settings']) {
        await page.evaluate((place) => (location.hash = `#/${place}`), hash);
        await until(page, (name) => !document.querySelector<HTMLElement>(`[data-page=${name}]`)!.hidden, [
          hash.split('/')[0]!,
        ]);
        const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.deepEqual(widths, [320, 320], `${query} ${hash}`);
      }
      await page.close();
    }
  });

  it('lets the keyboard reach every control, with a visible focus', async () => {
    const { page } = await desk.open();
    await loadedStatus(page);
    const reached: string[] = [];
    const unmarked: string[] = [];
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        let host = document.activeElement;
        if (host?.localName === 'performance-tab') host = host.shadowRoot!.activeElement;
        const inside = host?.shadowRoot?.activeElement;
        const name = host?.getAttribute('name') ?? host?.getAttribute('href') ?? host?.className ?? '';
        return inside ? `${host!.localName} ${inside.localName}` : `${host?.localName} ${name}`;
      });
      if (at.startsWith('body')) break;
      reached.push(at);
      const marked = await page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        // A field in a frame marks the frame, and a switch the track beside it.
        const places = [focused, focused?.parentElement, focused?.nextElementSibling];
        return places.some((place) => place && getComputedStyle(place).outlineStyle === 'solid');
      });
      if (!marked) unmarked.push(at);
    }
    const wanted = [
      'a #main',
      'a #/inbox',
      'a #/performance',
      'a #/contacts',
      'input search',
      'select language',
      'select theme',
      'a #/settings',
      'select zone',
      'input compact',
      'button button open-file',
    ];
    assert.deepEqual(unmarked, []);
    for (const control of wanted) assert.ok(reached.includes(control), `${control} in ${reached.join(', ')}`);
    for (const tag of tags)
      assert.ok(
        reached.some((at) => at.startsWith(tag)),
        `${tag} in ${reached.join(', ')}`,
      );
    await page.close();
  });

  it('reads and answers a conversation by keyboard, and finds it by a word', async () => {
    const { page, troubles } = await desk.open('#/inbox');
    await page.type('input[name=search]', 'zip');
    await until(page, () => document.querySelectorAll('.conversations li:not([hidden])').length === 1, []);
    await page.focus('.conversations li:not([hidden]) a');
    await page.keyboard.press('Enter');
    await until(page, () => document.activeElement?.textContent === 'Repair for a worn zip', []);
    await page.type('#reply', 'It is on the way.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const last = await page.$$eval('.message .said', (messages) => messages.at(-1)?.textContent);
    assert.equal(last, 'It is on the way.');
    assert.deepEqual(await troubles(), []);
    await page.close();
  });
});
