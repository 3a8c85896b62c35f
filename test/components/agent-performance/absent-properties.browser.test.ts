import { expect, html } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { handCounted } from '../../support/hand-made-records.js';
import { isReady, only, showPage, shows } from '../../support/kit-page.js';
import { pagesAdapter } from '../../support/odd-adapters.js';
import { recordStrayErrors } from '../../support/warnings.js';

const both = html`<impact-this-week></impact-this-week><resolution-rate-chart></resolution-rate-chart>`;

describe('properties that a framework has not set yet', () => {
  for (const nothing of [undefined, false, null]) {
    it(`are absent when they are ${nothing}`, async () => {
      const stray = recordStrayErrors();
      const page = await showPage(null, both);
      for (const name of ['history', 'timeZone', 'weekStart', 'src', 'demo'] as const) page[name] = nothing as never;
      only(page, 'resolution-rate-chart').range = nothing as never;
      await shows(only(page, 'impact-this-week'), 'not-wired');
      page.adapter = memoryAdapter(handCounted);
      await isReady(only(page, 'impact-this-week'));
      await isReady(only(page, 'resolution-rate-chart'));
      expect(stray.stop()).to.deep.equal([]);
    });
  }

  it('load what the widest report shows, however little the page asks for', async () => {
    const asked: unknown[] = [];
    const adapter = pagesAdapter(async function* () {
      yield { conversations: handCounted };
    });
    const { conversations } = adapter;
    const noted = {
      ...adapter,
      conversations: (...call: Parameters<NonNullable<typeof conversations>>) => {
        asked.push(call[0].since);
        return conversations!.apply(adapter, call);
      },
    };
    const page = await showPage(noted, html`<resolution-rate-chart range="52w"></resolution-rate-chart>`);
    await isReady(only(page, 'resolution-rate-chart'));
    const weeks = (Date.parse('2026-03-13T10:20:00+01:00') - Math.min(...(asked as number[]))) / (7 * 86_400_000);
    expect(weeks).to.be.above(51);
  });
});
