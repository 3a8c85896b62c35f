import { aTimeout, expect, html } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { answered, march, weekOf } from '../../support/hand-made-records.js';
import { cellsOf, only, press, says, showPage, shows } from '../../support/kit-page.js';
import { recordWarnings } from '../../support/warnings.js';
import { waitUntil } from '../../support/wait-until.js';

const records = [
  ...weekOf(0, 3, 1),
  ...weekOf(1, 3, 1),
  { ...answered('mail', march('10 09:00')), channel: 'email' },
  { ...answered('sms', march('10 09:00')), channel: 'sms' },
];

describe('a report', () => {
  it('goes by its own attributes before the filters of its page', async () => {
    const page = await showPage(memoryAdapter(records), html`<resolution-rate-chart></resolution-rate-chart>`);
    page.filters = { range: '4w' };
    const chart = only(page, 'resolution-rate-chart');
    await shows(chart, 'chart');
    press(chart, 'Show as table');
    await shows(chart, 'table');
    const holds = (rows: number): Promise<void> => waitUntil(() => cellsOf(chart).length === rows, `${rows} rows`);
    await holds(4);
    chart.range = '2w';
    await holds(2);
    chart.grain = 'day';
    await holds(14);
    chart.from = '2026-03-09';
    chart.to = '2026-03-11';
    await holds(3);
    for (const name of ['range', 'from', 'to', 'grain'] as const) chart[name] = null;
    await holds(4);
    chart.noFilters = true;
    await holds(12);
  });

  it('over this week heeds channels, its own and those of its page, and no range', async () => {
    const page = await showPage(memoryAdapter(records), html`<impact-this-week range="4w"></impact-this-week>`);
    const impact = only(page, 'impact-this-week');
    await says(impact, '6 of 6 conversations');
    page.filters = { range: 'last-quarter', channels: ['email'] };
    await says(impact, '1 of 1 conversation');
    impact.setAttribute('channels', 'email,sms');
    await says(impact, '2 of 2 conversations');
    impact.removeAttribute('channels');
    impact.setAttribute('no-filters', '');
    await says(impact, '6 of 6 conversations');
  });

  it('says once by name what is wrong with its attributes, and goes on without it', async () => {
    const warnings = recordWarnings();
    const content = html`<resolution-rate-chart
      range="forever"
      from="the start"
      to="2026-03-01"
      grain="eon"
    ></resolution-rate-chart>`;
    const chart = only(await showPage(memoryAdapter(records), content), 'resolution-rate-chart');
    await shows(chart, 'chart');
    chart.requestUpdate();
    await aTimeout(30);
    const said = warnings.stop();
    expect(said.length, said.join('\n')).to.equal(4);
    for (const name of ['range', 'from', 'to', 'grain']) {
      expect(said.filter((text) => text.startsWith(`<resolution-rate-chart>: ${name}: expected`)).length).to.equal(1);
    }
  });
});
