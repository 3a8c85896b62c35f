import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { watchTheme } from '../../src/theme/watch-theme.js';
import { frameQueue } from '../../src/time/frame-queue.js';
import { ChartCanvas } from './chart-canvas.js';
import { ChartInteraction, type OnActivate } from './chart-interaction.js';
import { chartLibrary, isChartLibraryWarm, loadChartLibrary, loadChartLibraryWhenIdle } from './chart-library.js';
import type { ChartModel } from './chart-model.js';
import { chartTemplate, type ChartRefs } from './chart-template.js';
import { watchPixelRatio } from './watch-pixel-ratio.js';

/** What an element wants to be told by its chart. */
export interface ChartControllerOptions {
  /** Somebody opened a point. Without it nothing in the chart looks as if it could be opened. */
  readonly onActivate?: OnActivate;
  /** Chart.js could not be loaded; tried again the next time the chart comes into view. Default: `reportError`. */
  readonly onError?: (error: unknown) => void;
}

/** A chart this far from being seen is drawn. */
const NEARLY_SEEN = '160px 0px';

let charts = 0;

/**
 * Puts a chart into an element: `render(model)` in its template, `chartStyles` and the theme declarations in its styles.
 * Draws when the chart is seen, again when model, size, theme, direction or pixels change, and frees everything when
 * the element leaves the page or stops rendering it.
 */
export class ChartController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ChartControllerOptions;
  readonly #id = `deskglass-chart-${(charts += 1)}`;
  readonly #refs: ChartRefs = { plot: createRef(), canvas: createRef(), tooltip: createRef(), spoken: createRef() };
  readonly #interaction: ChartInteraction;
  #model: ChartModel | null = null;
  #plot: HTMLElement | null = null;
  #canvas: ChartCanvas | null = null;
  #isSeen = false;
  #isDrawn = false;
  #isExpected = false;
  #wasPrinting = false;
  #stops: (() => void)[] = [];
  #cancelDraw: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ChartControllerOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#interaction = new ChartInteraction(
      this.#refs,
      () => this.#model,
      () => this.#canvas,
      options.onActivate,
    );
    host.addController(this);
  }

  hostConnected(): void {
    // References to what is rendered come back with the next update only.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdated(): void {
    const plot = this.#host.isConnected ? (this.#refs.plot.value ?? null) : null;
    if (plot !== this.#plot) {
      this.#stop();
      if (plot) this.#start(plot);
    }
    if (!this.#isDrawn) this.#drawSoon();
  }

  /** The chart of a model, for the host's template. A new model is drawn in place of the last one. */
  render(model: ChartModel): TemplateResult {
    if (model !== this.#model) {
      this.#interaction.follow(this.#model, model);
      this.#model = model;
      this.#isDrawn = false;
    }
    const isActivatable = this.#options.onActivate !== undefined;
    return chartTemplate(model, this.#id, this.#refs, this.#interaction, isActivatable);
  }

  /** A chart will be drawn once its data is here: the library is loaded and warmed up while it is waited for. */
  expect(): void {
    if (this.#isExpected) return; // Hosts render often while they wait: a file that cannot be had is not asked for each time.
    this.#isExpected = true;
    loadChartLibraryWhenIdle();
  }

  #start(plot: HTMLElement): void {
    this.#plot = plot;
    const size = new ResizeObserver(() => this.#onResize(plot));
    const view = new IntersectionObserver((entries) => this.#onSeen(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: NEARLY_SEEN,
    });
    loadChartLibraryWhenIdle();
    size.observe(plot);
    view.observe(plot);
    this.#stops = [
      () => size.disconnect(),
      () => view.disconnect(),
      watchTheme(plot, () => this.#onThemeChange()),
      watchPixelRatio(plot.ownerDocument.defaultView ?? window, () => this.#drawAgain()),
    ];
  }

  #stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#cancelDraw?.();
    this.#cancelDraw = null;
    this.#interaction.clear();
    this.#canvas?.end();
    this.#canvas = null;
    this.#plot = null;
    this.#isSeen = false;
    this.#isDrawn = false;
  }

  #onResize(plot: HTMLElement): void {
    this.#isDrawn = false;
    // At once: a frame later the old picture would be seen in the new size, or printed, where nobody scrolled to it either.
    if (this.#canvas && (this.#isSeen || this.#wasPrinting) && plot.clientWidth > 0) this.#draw();
    else this.#drawSoon();
  }

  #onSeen(isSeen: boolean): void {
    this.#isSeen = isSeen;
    // Transitions tell of no change while the chart lies in a part of the page that is skipped.
    if (isSeen) this.#drawAgain();
  }

  #onThemeChange(): void {
    const isPrinting = matchMedia('print').matches;
    this.#isDrawn = false;
    // The page is put on paper when this returns; charts that nobody scrolled to included.
    if (isPrinting !== this.#wasPrinting) this.#draw();
    else this.#drawSoon();
    this.#wasPrinting = isPrinting;
  }

  #drawAgain(): void {
    this.#isDrawn = false;
    this.#drawSoon();
  }

  #drawSoon(): void {
    if (!this.#isSeen || this.#cancelDraw) return;
    if (isChartLibraryWarm()) {
      this.#cancelDraw = frameQueue.add('chart', () => {
        this.#cancelDraw = null;
        if (!this.#isDrawn) this.#draw();
      });
      return;
    }
    // Asked only now: to measure in the middle of an update makes the browser lay the page out once a card.
    if (!this.#hasRoom) return;
    loadChartLibrary().then(
      () => this.#drawSoon(),
      (error: unknown) => {
        if (this.#host.isConnected) this.#fail(error);
      },
    );
  }

  #draw(): void {
    const library = chartLibrary();
    const canvas = this.#refs.canvas.value;
    if (!library || !canvas || !this.#plot || !this.#model || !this.#hasRoom) return;
    this.#canvas ??= new ChartCanvas(this.#plot, canvas, library, () => this.#interaction.active);
    this.#canvas.draw(this.#model);
    this.#isDrawn = true;
    this.#interaction.refresh();
  }

  get #hasRoom(): boolean {
    return this.#plot !== null && this.#plot.clientWidth > 0 && this.#plot.clientHeight > 0;
  }

  #fail(error: unknown): void {
    if (this.#options.onError) this.#options.onError(error);
    else reportError(new Error(`<${this.#host.localName}>: Chart.js could not be loaded.`, { cause: error }));
  }
}
