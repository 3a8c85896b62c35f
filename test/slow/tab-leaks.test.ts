import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  countersOf,
  countLiving,
  emptyPage,
  openBuiltKit,
  pause,
  type BuiltKit,
  type PageGlobals,
} from '../demo/element-cycles.js';

let kit: BuiltKit;
before(async () => {
  kit = await openBuiltKit();
});
after(() => kit.close());

/** Runs in the page: loads the kit, and makes the way to put the whole tab into the page and take it out many times. */
async function prepareTab(): Promise<void> {
  const file = '/deskglass.min.js';
  const { memoryAdapter } = (await import(file)) as PageGlobals;
  const records = Array.from({ length: 40 }, (_, index) => {
    const startedAt = Date.now() - index * 86_400_000;
    const message = { type: 'message', at: startedAt, by: { kind: 'agent' }, sources: [{}], actions: [] };
    return { id: `c${index}`, startedAt, events: [message] };
  });
  const adapter = memoryAdapter(records, { topics: [] });
  const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  const isShown = (tab: Element): boolean =>
    [...(tab.shadowRoot?.querySelectorAll('*') ?? [])].some((inner) => inner.shadowRoot?.querySelector('canvas'));
  /** Every so many rounds the charts are waited for; in between the tab goes as soon as it has come. */
  const cycle = async (rounds: number, waitEvery: number): Promise<number> => {
    let shown = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = document.createElement('agent-performance');
      Object.assign(page, { adapter });
      const tab = page.appendChild(document.createElement('performance-tab'));
      document.body.append(page);
      await nextFrame();
      const patience = round % waitEvery === 0 ? 600 : 0;
      for (let wait = 0; wait < patience && !isShown(tab); wait += 1) await nextFrame();
      if (isShown(tab)) shown += 1;
      page.remove();
    }
    return shown;
  };
  Object.assign(globalThis, { cycleTab: cycle });
}

describe('1,000 times the whole tab put into a page and taken out', () => {
  it('leave no node, no listener, no observer, no timer and no worker behind', async () => {
    const { page, errors } = await emptyPage(kit, countLiving);
    await page.evaluate(prepareTab);
    const session = await page.createCDPSession();
    const cycle = (rounds: number, waitEvery: number): Promise<unknown> =>
      page.evaluate(`cycleTab(${rounds}, ${waitEvery})`);
    const living = (): Promise<unknown> => page.evaluate('living()');
    assert.equal(await cycle(4, 1), 4, 'the charts were shown');
    await pause(2_500);
    const before = { counters: await countersOf(session), living: await living() };
    // A hundred at a time: the browser is not asked anything that takes longer than its driver waits.
    for (let hundreds = 0; hundreds < 10; hundreds += 1) {
      assert.ok(Number(await cycle(100, 50)) >= 2, 'the charts were shown now and then');
    }
    await pause(2_500);
    assert.deepEqual({ counters: await countersOf(session), living: await living() }, before);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
