import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChartModel } from '../../../components/chart/chart-model.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { drawn, redrawn, showChart, type ChartHost } from './chart-host.js';
import { chartModel, countAxis, type SeriesOf } from './model.js';
import { waitUntil } from '../../support/wait-until.js';

const rising = [0.51, 0.52, 0.55, 0.54, 0.58, 0.6, 0.61, 0.615];
const rate = (values: SeriesOf['values'] = rising): ChartModel => chartModel([{ values }]);
const bars = (): ChartModel =>
  chartModel([{ values: [5, 8, 13, 9] }, { values: [2, 1, 4, 3] }], { kind: 'bar', axis: countAxis });

async function settled(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await nextFrame();
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

describe('chart for everybody', () => {
  it('is accessible, at rest and on a point', async () => {
    const host = await showChart(bars());
    await expect(host).to.be.accessible();
    host.plot.focus();
    await press('End');
    await expect(host).to.be.accessible();
  });

  it('is one tab stop with a name, a kind and a sentence that sums it up', async () => {
    const { plot, renderRoot } = await showChart(rate());
    expect(renderRoot.querySelectorAll('[tabindex], a, button, input')).to.have.length(1);
    expect(plot.ariaLabel).to.equal('Resolution rate over time');
    expect(plot.ariaRoleDescription).to.equal('chart');
    const summary = renderRoot.querySelector(`#${plot.getAttribute('aria-describedby')}`);
    expect(summary?.textContent).to.equal('Rose from 51 to 61 percent in 12 weeks.');
  });

  it('lives under a policy that refuses inline styles', async () => {
    const refused: string[] = [];
    const onRefusal = (event: SecurityPolicyViolationEvent): void => void refused.push(event.violatedDirective);
    document.addEventListener('securitypolicyviolation', onRefusal);
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'self'";
    document.head.append(policy);
    const host = await showChart(rate());
    host.plot.dispatchEvent(new PointerEvent('pointermove', { clientX: host.plot.getBoundingClientRect().left + 9 }));
    expect(host.tooltip.hidden).to.equal(false);
    policy.remove();
    document.removeEventListener('securitypolicyviolation', onRefusal);
    expect(refused).to.deep.equal([]);
  });
});

describe('chart on the page', () => {
  it('draws every kind of data there can be', async () => {
    const odd = [rate([]), rate([null, null]), rate([0, 0, 0]), rate([0.4]), rate([0.4, 1.7, null, 2]), bars()];
    for (const model of odd) await showChart(model);
    await showChart(chartModel([{ values: [0, 0] }], { kind: 'bar', axis: countAxis }));
    await showChart(chartModel([{ values: [7] }], { kind: 'bar', axis: countAxis }));
    await showChart(rate(Array.from({ length: 104 }, (_, index) => index / 104)));
  });

  it('draws a new model in place, on the same canvas, without a blank moment', async () => {
    const host = await showChart(rate());
    const { canvas, picture } = host;
    let wasBlank = false;
    host.model = rate(rising.map((value) => value - 0.3));
    while (host.picture === picture) {
      await nextFrame();
      wasBlank ||= !host.isDrawn;
    }
    expect(host.canvas).to.equal(canvas);
    expect(wasBlank).to.equal(false);
  });

  it('changes from a line to bars', async () => {
    const host = await showChart(rate());
    const { picture } = host;
    host.model = bars();
    await redrawn(host, picture);
    expect(host.isDrawn).to.equal(true);
  });

  it('keeps the point of time that somebody is on when the data moves on', async () => {
    const host = await showChart(rate());
    host.plot.focus();
    await press('End');
    const { points, series } = rate([...rising, 0.62]);
    host.model = {
      ...rate(),
      points: points.slice(1),
      series: series.map((line) => ({
        ...line,
        values: line.values.slice(1),
        tooltips: line.tooltips.slice(1),
        spoken: line.spoken.slice(1),
      })),
    };
    await host.updateComplete;
    await settled();
    expect(host.tooltip.textContent).to.contain('Week 8');
    await press('ArrowLeft');
    expect(host.spoken).to.equal('Week 7, series 0, 0.61');
  });

  it('waits while it is hidden or has no size, and draws once it has one', async () => {
    const host = await fixture<ChartHost>(html`<chart-host hidden .model=${rate()}></chart-host>`);
    host.style.display = 'none';
    await settled();
    expect(host.canvas.style.width).to.equal('');
    host.style.removeProperty('display');
    await drawn(host);
    const { picture } = host;
    host.style.inlineSize = '0';
    await settled();
    host.style.inlineSize = '300px';
    await redrawn(host, picture);
    expect(host.canvas.getBoundingClientRect().width).to.equal(300);
  });

  it('waits until it is seen', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <div class="space"></div>
        <chart-host .model=${rate()}></chart-host>
      </div>`,
    );
    (page.firstElementChild as HTMLElement).style.blockSize = '3000px';
    const host = page.querySelector<ChartHost>('chart-host');
    await settled();
    await settled();
    expect(host?.canvas.style.width).to.equal('');
    host?.scrollIntoView();
    await waitUntil(() => host?.isDrawn, 'the chart was not drawn');
  });

  it('follows its size at once', async () => {
    const host = await showChart(rate());
    host.style.inlineSize = '320px';
    await nextFrame();
    await nextFrame();
    expect(host.canvas.getBoundingClientRect().width).to.equal(320);
  });

  it('is drawn again in the colours of another theme', async () => {
    const host = await showChart(rate());
    let { picture } = host;
    host.style.colorScheme = 'dark';
    await redrawn(host, picture);
    picture = host.picture;
    host.style.setProperty('--dg-series-2', 'oklch(0.7 0.2 30)');
    await redrawn(host, picture);
    picture = host.picture;
    await emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await redrawn(host, picture);
  });

  it('is drawn from the right when the writing direction turns', async () => {
    const host = await showChart(rate());
    const { picture } = host;
    host.dir = 'rtl';
    await redrawn(host, picture);
  });

  it('has the last date whole, also where time runs from the right', async () => {
    const weeks = Array.from({ length: 12 }, (_, index) => index + 1);
    const model = chartModel([{ values: weeks }], { kind: 'bar', axis: countAxis });
    const points = model.points.map((point) => ({ ...point, label: 'Monday 9 March' }));
    for (const dir of ['ltr', 'rtl']) {
      const host = await showChart({ ...model, points });
      host.dir = dir;
      await settled();
      const { width, height } = host.canvas;
      const pen = host.canvas.getContext('2d')!;
      const edge = dir === 'rtl' ? 0 : width - 1;
      // Under the axis stand the dates alone: one that is cut has ink in the last column of pixels.
      const under = pen.getImageData(edge, height * 0.9, 1, height * 0.1).data;
      expect(under.every((byte) => byte === 0)).to.equal(true, dir);
    }
  });

  it('is put on paper in light colours and fine pixels, and comes back', async () => {
    const host = await showChart(rate());
    const { width } = host.canvas;
    const print = async (): Promise<string> => {
      await emulateMedia({ media: 'print' });
      await waitUntil(() => host.canvas.width >= 3 * host.plot.clientWidth, 'paper got the pixels of the screen');
      const { picture } = host;
      await emulateMedia({});
      await waitUntil(() => host.canvas.width === width, 'the screen kept the pixels of the paper');
      return picture;
    };
    const printedLight = await print();
    host.style.colorScheme = 'dark';
    await settled();
    expect(await print()).to.equal(printedLight);
  });

  it('is put on paper although nobody scrolled to it', async () => {
    const host = await showChart(rate());
    const { parentElement } = host;
    const far = document.createElement('div');
    far.style.blockSize = '5000px';
    host.before(far);
    host.remove();
    parentElement!.append(host);
    await settled();
    expect(host.canvas.width, 'not drawn for paper yet').to.be.below(3 * host.plot.clientWidth);
    await emulateMedia({ media: 'print' });
    await waitUntil(() => host.canvas.width >= 3 * host.plot.clientWidth, 'paper got an empty chart');
    await emulateMedia({});
    far.remove();
  });

  it('is drawn again after it was taken out and put back', async () => {
    const host = await showChart(rate());
    const place = host.parentElement;
    host.remove();
    await settled();
    place?.append(host);
    await host.updateComplete;
    await waitUntil(() => host.isDrawn && host.canvas.style.width === '480px', 'the chart did not come back');
    await expect(host).to.be.accessible();
  });

  it('frees its chart when the element stops rendering one', async () => {
    const host = await showChart(rate());
    host.model = null;
    await host.updateComplete;
    await aTimeout(30);
    host.model = rate();
    await host.updateComplete;
    await drawn(host);
  });
});
