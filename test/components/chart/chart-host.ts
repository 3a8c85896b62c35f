import { fixture, html } from '@open-wc/testing';
import { LitElement, css, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { ChartController } from '../../../components/chart/chart-controller.js';
import type { ChartModel } from '../../../components/chart/chart-model.js';
import { chartStyles } from '../../../components/chart/chart.styles.js';
import { themeDeclarations, themeOverrides } from '../../../src/theme/tokens.js';
import { waitUntil } from '../../support/wait-until.js';

/** An element with a chart in it, as a report has one. */
export class ChartHost extends LitElement {
  static override styles = [
    unsafeCSS(`:host { ${themeDeclarations} } ${themeOverrides}`),
    chartStyles,
    css`
      :host {
        display: block;
        inline-size: 480px;
        color: var(--_text);
        background: var(--_surface);
      }
    `,
  ];
  static override properties = { model: { attribute: false } };

  declare model: ChartModel | null;
  readonly activated: [index: number, series: string][] = [];
  readonly chart = new ChartController(this, { onActivate: (...point) => this.activated.push(point) });

  constructor() {
    super();
    this.model = null;
  }

  get canvas(): HTMLCanvasElement {
    return this.find('canvas') as HTMLCanvasElement;
  }

  get plot(): HTMLElement {
    return this.find('.plot');
  }

  get tooltip(): HTMLElement {
    return this.find('.chart-tooltip');
  }

  /** What has been said last. */
  get spoken(): string {
    return this.find('[aria-live]').textContent ?? '';
  }

  /** The picture as text; two of the same picture are equal. */
  get picture(): string {
    return this.canvas.toDataURL();
  }

  /** Whether something but emptiness has been drawn. */
  get isDrawn(): boolean {
    const { width, height } = this.canvas;
    const pixels = this.canvas.getContext('2d')?.getImageData(0, 0, Math.max(1, width), Math.max(1, height)).data;
    return pixels?.some((byte) => byte !== 0) ?? false;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.model ? this.chart.render(this.model) : nothing;
  }

  private find(selector: string): HTMLElement {
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`The chart has no ${selector}.`);
    return element;
  }
}

customElements.define('chart-host', ChartHost);

/** A chart on the page, drawn. */
export async function showChart(model: ChartModel): Promise<ChartHost> {
  const host = await fixture<ChartHost>(html`<chart-host .model=${model}></chart-host>`);
  host.scrollIntoView();
  await drawn(host);
  return host;
}

/** Waits until something has been drawn. */
export function drawn(host: ChartHost): Promise<void> {
  return waitUntil(() => host.isDrawn, 'the chart was not drawn');
}

/** Waits until the picture is another one than `before`. */
export function redrawn(host: ChartHost, before: string): Promise<void> {
  return waitUntil(() => host.picture !== before, 'the picture stayed as it was');
}
