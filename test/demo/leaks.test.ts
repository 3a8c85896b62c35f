import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { emptyPage, leavesNothingBehind, openBuiltKit, type BuiltKit, type PageGlobals } from './element-cycles.js';

let kit: BuiltKit;
before(async () => {
  kit = await openBuiltKit();
});
after(() => kit.close());

describe('20 times three elements created, shown and removed', () => {
  it('leave no node, no listener, no observer and no timer behind', () => leavesNothingBehind(kit, 10));
});

describe('the kit loaded twice on one page', () => {
  it('warns once, and shows the data of either copy', async () => {
    const { page, errors } = await emptyPage(kit);
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warn') warnings.push(message.text());
    });
    const words = await page.evaluate(async () => {
      const shown: string[] = [];
      for (const file of ['/deskglass.min.js', '/deskglass.min.js?another']) {
        const { memoryAdapter } = (await import(file)) as PageGlobals;
        const startedAt = Date.now() - 1_000;
        const events = [{ type: 'message', at: startedAt, by: { kind: 'agent' } }];
        const adapter = memoryAdapter([{ id: 'a', startedAt, events }], { topics: [] });
        const provider = Object.assign(document.createElement('agent-performance'), { adapter });
        const impact = provider.appendChild(document.createElement('impact-this-week'));
        document.body.append(provider);
        for (let wait = 0; wait < 100 && !impact.shadowRoot?.querySelector('.value:not(:has(i))'); wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        shown.push(impact.shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '');
      }
      return shown;
    });
    for (const text of words) assert.match(text, /of 1 conversation/);
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0]!, /^<agent-performance>: is defined already, by another copy of Deskglass/);
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('shows what either copy set for the page', async () => {
    const { page, errors } = await emptyPage(kit);
    const words = await page.evaluate(async () => {
      const copies: PageGlobals[] = [];
      for (const file of ['/deskglass.min.js', '/deskglass.min.js?another']) {
        copies.push((await import(file)) as PageGlobals);
      }
      const impact = document.body.appendChild(document.createElement('impact-this-week'));
      const shown: string[] = [];
      for (const [index, { configure, memoryAdapter }] of copies.toReversed().entries()) {
        const words = `of ${index + 1} conversation`;
        const startedAt = Date.now() - 1_000;
        const events = [{ type: 'message', at: startedAt, by: { kind: 'agent' } }];
        const ids = ['a', 'b'].slice(0, index + 1);
        configure({
          adapter: memoryAdapter(
            ids.map((id) => ({ id, startedAt, events })),
            { topics: [] },
          ),
        });
        const text = (): string => impact.shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '';
        for (let wait = 0; wait < 100 && !text().includes(words); wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        shown.push(text());
      }
      return shown;
    });
    assert.match(words[0]!, /of 1 conversation\b/);
    assert.match(words[1]!, /of 2 conversations/);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
