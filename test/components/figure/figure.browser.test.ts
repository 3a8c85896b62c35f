import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { cardStyles } from '../../../components/card/card.styles.js';
import { renderBreakdown } from '../../../components/figure/breakdown.js';
import { breakdownStyles } from '../../../components/figure/breakdown.styles.js';
import { renderFigure, renderFigures } from '../../../components/figure/figure.js';
import type { FigureOptions } from '../../../components/figure/figure.js';
import { figureStyles } from '../../../components/figure/figure.styles.js';
import { renderKeys, renderSwatch } from '../../../components/figure/keys.js';
import { localize } from '../../../src/localize/localize.js';
import { rich, strong } from '../../../src/localize/rich-text.js';

const { format, messages } = localize('en', 'Europe/Berlin');

class FigureHost extends LitElement {
  static override styles = [cardStyles, figureStyles, breakdownStyles];
  static override properties = { content: { attribute: false } };
  declare content: TemplateResult;

  override render(): TemplateResult {
    return html`<div class="content">${this.content}</div>`;
  }

  find(selector: string): HTMLElement {
    return this.renderRoot.querySelector(selector) as HTMLElement;
  }
}
customElements.define('test-figure-host', FigureHost);

const show = (content: TemplateResult): Promise<FigureHost> =>
  fixture(html`<test-figure-host .content=${content}></test-figure-host>`);

const figure: FigureOptions = {
  label: 'Deflection rate',
  value: format.ratioParts(0.766),
  of: messages.figures.ofHandled(47, 61),
  interval: messages.figures.interval(0.65, 0.86),
  change: { text: messages.comparison.points(0.537, 0.5), tone: 'better' },
  pending: { text: messages.figures.pendingCanChange(12), swatch: { pattern: 'hatched', color: 'series-3' } },
};

describe('a figure', () => {
  it('is accessible', async () => {
    await expect(await show(renderFigure(figure))).to.be.accessible();
  });

  it('reads as value, n of N, interval, change and what is pending', async () => {
    const host = await show(renderFigure(figure));
    const said = host.find('.figure').innerText.replaceAll(/\s+/g, ' ');
    const order = ['Deflection rate', '76.6%', '47 of 61 handled', '95% interval', '+3.7 points', '12 of them'];
    const places = order.map((text) => said.indexOf(text));
    expect(places).not.to.include(-1);
    expect(places).to.deep.equal(places.toSorted((one, other) => one - other));
  });

  it('sets units smaller, on the line of their number', async () => {
    const host = await show(renderFigure({ value: format.durationParts(252_000), size: 'large' }));
    const value = host.find('.value');
    expect(value.textContent).to.equal('4\u00a0min 12\u00a0s');
    expect(getComputedStyle(value).whiteSpace).to.equal('nowrap');
    const small = Number.parseFloat(getComputedStyle(host.find('small')).fontSize);
    expect(small).to.be.closeTo(Number.parseFloat(getComputedStyle(value).fontSize) * 0.6, 0.1);
  });

  it('shows a dash where there is nothing to divide by', async () => {
    const host = await show(renderFigure({ value: format.ratioParts(null) }));
    expect(host.find('.value').textContent).to.equal('—');
  });

  it('says nothing while it waits, and keeps its label', async () => {
    const host = await show(renderFigures([{ ...figure, waiting: true }]));
    expect(host.find('.figure').innerText.trim()).to.equal('Deflection rate');
  });
});

describe('figures side by side', () => {
  const five = Array.from({ length: 5 }, () => figure);
  const columns = (host: FigureHost): number[] => {
    const rows = new Map<number, number>();
    for (const item of host.renderRoot.querySelectorAll('li')) {
      const top = Math.round(item.getBoundingClientRect().top);
      rows.set(top, (rows.get(top) ?? 0) + 1);
    }
    return [...rows.values()];
  };

  it('are accessible', async () => {
    await expect(await show(renderFigures(five))).to.be.accessible();
  });

  it('stand one, two and three, or five in a row, by the width of their container', async () => {
    const host = await show(renderFigures(five));
    host.find('.content').style.fontSize = '13px'; // As in a card.
    for (const [width, expected] of [
      ['320px', [1, 1, 1, 1, 1]],
      ['640px', [2, 3]],
      ['1000px', [5]],
    ] as const) {
      host.style.inlineSize = width;
      expect(columns(host), width).to.deep.equal(expected);
    }
  });

  it('take as much room waiting as they take later', async () => {
    const { label, value, of, pending } = figure;
    const oneLine = { label, value, of, pending, change: { text: rich`+3.7`, tone: 'better' } } as FigureOptions;
    const host = await show(renderFigures(five.map(() => oneLine)));
    for (const width of ['320px', '700px', '1200px']) {
      host.style.inlineSize = width;
      const heights: number[] = [];
      for (const waiting of [true, false]) {
        host.content = renderFigures(five.map(() => ({ ...oneLine, waiting })));
        await host.updateComplete;
        heights.push(host.find('.figures').offsetHeight);
      }
      expect(Math.max(...heights) - Math.min(...heights), width).to.be.at.most(4);
    }
  });
});

describe('keys', () => {
  const keys = () =>
    renderKeys([
      { pattern: 'solid', color: 'series-2', text: rich`${strong('10,671')} resolved` },
      { pattern: 'hatched', color: 'series-2', text: 'pending' },
      { pattern: 'dashed', color: 'series-2', text: 'settling' },
      { pattern: 'ring', color: 'feedback-negative', text: 'negative' },
    ]);

  it('are accessible', async () => {
    await expect(await show(keys())).to.be.accessible();
  });

  it('differ in pattern and not in colour alone', async () => {
    const host = await show(keys());
    const [solid, hatched, dashed, ring] = [...host.renderRoot.querySelectorAll('.swatch')].map((swatch) =>
      getComputedStyle(swatch),
    );
    expect(solid?.backgroundImage).to.equal('none');
    expect(hatched?.backgroundImage).to.contain('repeating-linear-gradient');
    expect(dashed?.borderTopStyle).to.equal('dashed');
    expect(ring?.borderRadius).to.equal('50%');
  });

  it('take their colour from the token, which a host can set', async () => {
    const host = await show(keys());
    host.style.setProperty('--dg-series-2', 'rgb(1, 2, 3)');
    expect(getComputedStyle(host.find('.swatch.solid')).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('keep their colours under forced colours', async () => {
    const host = await show(keys());
    expect(getComputedStyle(host.find('.swatch')).getPropertyValue('forced-color-adjust')).to.equal('none');
  });
});

describe('a breakdown', () => {
  it('keeps a bar by its name, however much room there is', async () => {
    const bars = [{ key: 'chat', label: 'Chat', color: 'series-1', length: 1, value: '2' }] as const;
    const host = await show(renderBreakdown({ bars }));
    host.find('.content').style.cssText = 'display: grid; block-size: 400px';
    const gap = host.find('.bar').getBoundingClientRect().top - host.find('.bar-label').getBoundingClientRect().bottom;
    expect(gap).to.be.within(0, 10);
  });

  it('draws what cannot be told hollow in its bar, as its key is, and inside it', async () => {
    const whole = [
      { pattern: 'solid', color: 'series-2', share: 0.5 },
      { pattern: 'ring', color: 'series-rest', share: 0.5 },
    ] as const;
    const host = await show(renderBreakdown({ whole }));
    const [solid, ring] = ['.shape.solid', '.shape.ring'].map((name) => getComputedStyle(host.find(name)));
    const { borderColor } = getComputedStyle((await show(renderSwatch(whole[1]))).find('.swatch'));
    expect(ring!.stroke).to.equal(borderColor);
    expect(ring!.fill).to.equal(solid!.stroke); // The card's own ground.
    expect(ring!.fill).not.to.equal(ring!.stroke);
    expect(Number.parseFloat(ring!.blockSize)).to.equal(Number.parseFloat(solid!.blockSize) - 2);
  });
});
