import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { handCounted, NOW } from '../../support/hand-made-records.js';

const stateOf = (element: Element): string => {
  const root = element.shadowRoot;
  if (root?.querySelector('.steps')) return 'not wired';
  if (root?.querySelector('.room.seen')) return 'waiting';
  return root?.querySelector('.stage .figures, .chart') ? 'figures' : 'nothing';
};

async function becomes(element: Element, state: string): Promise<void> {
  for (let tries = 0; tries < 100 && stateOf(element) !== state; tries += 1) await aTimeout(20);
  expect(stateOf(element)).to.equal(state);
}

describe('elements whose code comes before that of their provider', () => {
  it('wait without a word about wiring, and get its data as soon as it is defined', async () => {
    const page = await fixture<AgentPerformance>(
      html`<agent-performance now=${NOW}><impact-this-week></impact-this-week></agent-performance>`,
    );
    const shadowed = document.createElement('div');
    shadowed.attachShadow({ mode: 'open' }).append(document.createElement('resolution-rate-chart'));
    page.append(shadowed);
    const impact = page.querySelector('impact-this-week')!;
    const chart = shadowed.shadowRoot!.querySelector('resolution-rate-chart')!;
    expect(impact.shadowRoot).to.equal(null);

    await import('../../../components/define/impact-this-week.js');
    await import('../../../components/define/resolution-rate-chart.js');
    await impact.updateComplete;
    await chart.updateComplete;
    expect(stateOf(impact)).to.equal('waiting');
    expect(stateOf(chart)).to.equal('waiting');

    page.adapter = memoryAdapter(handCounted);
    await import('../../../components/define/agent-performance.js');
    await becomes(impact, 'figures');
    await becomes(chart, 'figures');
  });
});
