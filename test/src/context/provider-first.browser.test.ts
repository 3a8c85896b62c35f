import { expect, fixture, html } from '@open-wc/testing';
import '../../../components/define/agent-performance.js';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { handCounted, NOW } from '../../support/hand-made-records.js';

describe('elements whose code comes after that of their provider', () => {
  it('show its data as soon as they are defined, also where it was set on them before', async () => {
    const page = await fixture<AgentPerformance>(
      html`<agent-performance now=${NOW} .adapter=${memoryAdapter(handCounted)}>
        <impact-this-week></impact-this-week>
        <resolution-rate-chart></resolution-rate-chart>
      </agent-performance>`,
    );
    const chart = page.querySelector('resolution-rate-chart')!;
    chart.adapter = memoryAdapter([]);
    const { isReady, shows, wordsOf } = await import('../../support/kit-page.js');
    await isReady(page.querySelector('impact-this-week')!);
    expect(wordsOf(page.querySelector('impact-this-week')!)).to.contain('3 of 4 conversations');
    await shows(chart, 'message');
    expect(wordsOf(chart)).to.contain('No conversations in this range');
  });
});
