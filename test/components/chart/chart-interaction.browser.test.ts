import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ChartModel } from '../../../components/chart/chart-model.js';
import { showChart, type ChartHost } from './chart-host.js';
import { chartModel, countAxis } from './model.js';
import { waitUntil } from '../../support/wait-until.js';

const rising = [0.51, 0.52, 0.55, 0.54, 0.58, 0.6, 0.61, 0.615];
const rate = (): ChartModel => chartModel([{ values: rising }]);
const bars = (): ChartModel =>
  chartModel([{ values: [5, 8, 13, 9] }, { values: [2, 1, 4, 3] }], { kind: 'bar', axis: countAxis });

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

async function pointAt(host: ChartHost, across: number, down: number): Promise<void> {
  const { left, top, width, height } = host.plot.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width * across), Math.round(top + height * down)] });
}

describe('chart by keyboard', () => {
  it('arrows move through time and say each point in full', async () => {
    const host = await showChart(rate());
    host.plot.focus();
    await press('ArrowRight');
    expect(host.spoken).to.equal('Week 1, series 0, 0.51');
    await press('ArrowRight');
    expect(host.spoken).to.equal('Week 2, series 0, 0.52');
    await press('End');
    expect(host.spoken).to.equal('Week 8, series 0, 0.615');
    await press('Home');
    expect(host.spoken).to.equal('Week 1, series 0, 0.51');
  });

  it('up and down move through the parts of a stack', async () => {
    const host = await showChart(bars());
    host.plot.focus();
    await press('End', 'ArrowUp');
    expect(host.spoken).to.equal('Week 4, series 1, 3');
    await press('ArrowDown');
    expect(host.spoken).to.equal('Week 4, series 0, 9');
  });

  it('the left arrow goes on in time from right to left', async () => {
    const host = await showChart(rate());
    host.dir = 'rtl';
    host.plot.focus();
    await press('ArrowLeft', 'ArrowLeft');
    expect(host.spoken).to.equal('Week 2, series 0, 0.52');
  });

  it('shows the tooltip with all its lines, and marks the point', async () => {
    const host = await showChart(rate());
    const before = host.picture;
    host.plot.focus();
    await press('End');
    expect(host.tooltip.hidden).to.equal(false);
    for (const words of ['Week 8', 'Still running', '0.615', '122 of 200 settled'])
      expect(host.tooltip.textContent).to.contain(words);
    expect(host.picture).to.not.equal(before);
  });

  it('Escape clears the point and goes no further, and the next one does', async () => {
    const host = await showChart(rate());
    const before = host.picture;
    let reached = 0;
    host.addEventListener('keydown', (event) => (reached += event.key === 'Escape' ? 1 : 0));
    host.plot.focus();
    await press('End', 'Escape');
    expect(host.tooltip.hidden).to.equal(true);
    expect(host.spoken).to.equal('');
    expect(host.picture).to.equal(before);
    expect(reached).to.equal(0);
    await press('Escape');
    expect(reached).to.equal(1);
  });

  it('Enter and Space open the point', async () => {
    const host = await showChart(bars());
    host.plot.focus();
    await press('Enter');
    expect(host.activated).to.deep.equal([]);
    await press('Home', 'ArrowUp', 'Enter', 'Space');
    expect(host.activated).to.deep.equal([
      [0, 'series-1'],
      [0, 'series-1'],
    ]);
  });

  it('leaving the chart leaves the point', async () => {
    const host = await showChart(rate());
    host.plot.focus();
    await press('End');
    host.plot.blur();
    expect(host.tooltip.hidden).to.equal(true);
  });

  it('the focus ring surrounds the whole chart', async () => {
    const host = await showChart(rate());
    await press('Tab');
    expect(getComputedStyle(host.plot).outlineStyle).to.equal('solid');
    expect(getComputedStyle(host.plot).outlineWidth).to.equal('2px');
  });
});

describe('chart by pointer', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('shows the same tooltip as the keyboard, and says nothing', async () => {
    const host = await showChart(rate());
    await pointAt(host, 0.99, 0.5);
    await waitUntil(() => !host.tooltip.hidden, 'no tooltip came');
    const pointed = host.tooltip.textContent;
    expect(host.spoken).to.equal('');
    host.plot.focus();
    await press('End');
    expect(host.tooltip.textContent).to.equal(pointed);
  });

  it('leaves with the pointer, and on Escape wherever the focus is', async () => {
    const host = await showChart(rate());
    await pointAt(host, 0.5, 0.5);
    await waitUntil(() => !host.tooltip.hidden, 'no tooltip came');
    await press('Escape');
    expect(host.tooltip.hidden).to.equal(true);
    await pointAt(host, 0.8, 0.5);
    await waitUntil(() => !host.tooltip.hidden, 'no tooltip came');
    await sendMouse({ type: 'move', position: [790, 590] });
    await waitUntil(() => host.tooltip.hidden, 'the tooltip stayed');
  });

  it('a click opens the part of the stack under it', async () => {
    const host = await showChart(bars());
    const { left, top, width, height } = host.plot.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width * 0.97), Math.round(top + height * 0.8)] });
    expect(host.activated).to.deep.equal([[3, 'series-0']]);
  });
});
