import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { ref, type Ref } from 'lit/directives/ref.js';
import type { ChartModel } from './chart-model.js';
import type { ActivePoint } from './chart-surroundings.js';

/** The elements a chart is made of, once they are on the page. */
export interface ChartRefs {
  readonly plot: Ref<HTMLElement>;
  readonly canvas: Ref<HTMLCanvasElement>;
  readonly tooltip: Ref<HTMLElement>;
  readonly spoken: Ref<HTMLElement>;
}

/** What people do with a chart. */
export interface ChartHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * A chart: one tab stop that is named, summed up and steered with arrows, and a sentence that is spoken for each point.
 * It is an application to assistive technology, since only then do arrows reach it while somebody reads the page.
 */
export function chartTemplate(
  model: ChartModel,
  id: string,
  refs: ChartRefs,
  handlers: ChartHandlers,
  isActivatable: boolean,
): TemplateResult {
  return html`
    <div class=${classMap({ chart: true, large: model.size === 'large', activatable: isActivatable })} part="chart">
      <div
        class="plot"
        role="application"
        tabindex="0"
        aria-label=${model.label}
        aria-roledescription=${model.roleDescription}
        aria-describedby="${id}-summary"
        @keydown=${handlers.onKeyDown}
        @blur=${handlers.onBlur}
        @pointerdown=${handlers.onPointerDown}
        @pointermove=${handlers.onPointerMove}
        @pointerleave=${handlers.onPointerLeave}
        @click=${handlers.onClick}
        ${ref(refs.plot)}
      >
        <canvas aria-hidden="true" ${ref(refs.canvas)}></canvas>
      </div>
      <div class="chart-tooltip" part="chart-tooltip" aria-hidden="true" hidden ${ref(refs.tooltip)}></div>
      <p class="chart-words" id="${id}-summary">${model.summary}</p>
      <p class="chart-words" aria-live="polite" aria-atomic="true" ${ref(refs.spoken)}></p>
    </div>
  `;
}

/** What the tooltip of a point says; `nothing` where the model has no words for it. */
export function tooltipTemplate(model: ChartModel, { index, series }: ActivePoint): TemplateResult | typeof nothing {
  const point = model.points[index];
  const line = model.series[series];
  const words = line?.tooltips[index];
  if (!point || !line || !words) return nothing;
  return html`
    <p class="chart-tooltip-title">
      <span>${point.title}</span>
      ${
        point.stateLabel === undefined
          ? nothing
          : html`<span class="chart-tag ${point.state}" part="tag">${point.stateLabel}</span>`
      }
    </p>
    <p class="chart-tooltip-value"><b>${words.value}</b> <span>${words.of}</span></p>
    ${words.notes.map((note) => html`<p>${note}</p>`)}
  `;
}
