import { render } from 'lit';
import type { ChartCanvas } from './chart-canvas.js';
import { pointNear } from './chart-geometry.js';
import { pointAfterKey } from './chart-keys.js';
import type { ChartModel } from './chart-model.js';
import type { ActivePoint } from './chart-surroundings.js';
import { tooltipTemplate, type ChartHandlers, type ChartRefs } from './chart-template.js';
import { placeTooltip } from './place-tooltip.js';

/** Told when somebody opens a point: Enter, Space, a click, a second tap. */
export type OnActivate = (pointIndex: number, seriesKey: string) => void;

/** Moves through the points of a chart by keyboard and pointer, and says where it is: mark, tooltip, spoken sentence. */
export class ChartInteraction implements ChartHandlers {
  #active: ActivePoint | null = null;
  #isPointed = false;
  #tapped: ActivePoint | null = null;

  constructor(
    private readonly refs: ChartRefs,
    private readonly model: () => ChartModel | null,
    private readonly canvas: () => ChartCanvas | null,
    private readonly onActivate: OnActivate | undefined,
  ) {}

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const model = this.model();
    if (!model || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') this.#onEscape(event);
    else if (event.key === 'Enter' || event.key === ' ') this.#onEnter(event, model);
    else {
      const point = pointAfterKey(event.key, this.#active, model, this.#direction);
      if (!point) return;
      event.preventDefault();
      this.#show(point, false);
      this.#say(model.series[point.series]?.spoken[point.index] ?? '');
    }
  };

  readonly onBlur = (): void => this.clear();

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#tapped = this.#active;
    if (event.pointerType === 'touch') this.onPointerMove(event);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const point = this.#pointUnder(event);
    if (point && !isSame(point, this.#active)) this.#show(point, true);
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    // A finger leaves when it lifts; what it showed stays until somewhere else is tapped.
    if (this.#isPointed && event.pointerType !== 'touch') this.clear();
  };

  readonly onClick = (event: MouseEvent): void => {
    const model = this.model();
    const point = this.#active ?? this.#pointUnder(event);
    if (!model || !point) return;
    const isFirstTap = (event as PointerEvent).pointerType === 'touch' && !isSame(point, this.#tapped);
    if (!isFirstTap) this.#activate(point, model);
  };

  /** The point that keyboard or pointer is on. */
  get active(): ActivePoint | null {
    return this.#active;
  }

  /** Takes over a new model: the same point of time and series stays active; what is gone is left. */
  follow(previous: ChartModel | null, next: ChartModel): void {
    if (!this.#active || !previous || previous === next) return;
    const at = previous.points[this.#active.index]?.at;
    const key = previous.series[this.#active.series]?.key;
    const index = next.points.findIndex((point) => point.at === at);
    const series = next.series.findIndex((candidate) => candidate.key === key);
    if (index < 0 || series < 0) this.clear();
    else this.#active = { index, series };
  }

  /** Writes and places the tooltip anew, after something has been drawn. */
  refresh(): void {
    if (this.#active) this.#showTooltip(this.#active);
  }

  /** Leaves the active point. */
  clear(): void {
    document.removeEventListener('keydown', this.#onPageKeyDown, true);
    if (!this.#active) return;
    this.#setActive(null);
    this.#say('');
    const tooltip = this.refs.tooltip.value;
    if (tooltip) tooltip.hidden = true;
  }

  /** Escape takes away what the pointer shows wherever the focus is, as long as it is shown. */
  readonly #onPageKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#onEscape(event);
  };

  #onEscape(event: KeyboardEvent): void {
    if (!this.#active) return;
    // The tooltip alone is closed, not the dialog the chart may lie in.
    event.preventDefault();
    event.stopPropagation();
    this.clear();
  }

  #onEnter(event: KeyboardEvent, model: ChartModel): void {
    if (!this.#active || !this.onActivate) return;
    event.preventDefault();
    this.#activate(this.#active, model);
  }

  #activate({ index, series }: ActivePoint, model: ChartModel): void {
    const key = model.series[series]?.key;
    if (key !== undefined) this.onActivate?.(index, key);
  }

  get #direction(): 'ltr' | 'rtl' {
    const plot = this.refs.plot.value;
    return plot && getComputedStyle(plot).direction === 'rtl' ? 'rtl' : 'ltr';
  }

  #pointUnder(event: MouseEvent): ActivePoint | null {
    const geometry = this.canvas()?.geometry;
    const corner = this.refs.plot.value?.getBoundingClientRect();
    return geometry && corner ? pointNear(geometry, event.clientX - corner.left, event.clientY - corner.top) : null;
  }

  #show(point: ActivePoint, isPointed: boolean): void {
    this.#isPointed = isPointed;
    if (isPointed) document.addEventListener('keydown', this.#onPageKeyDown, true);
    else document.removeEventListener('keydown', this.#onPageKeyDown, true);
    this.#setActive(point);
    this.#showTooltip(point);
  }

  #setActive(point: ActivePoint | null): void {
    this.#active = point;
    this.canvas()?.drawMark();
  }

  #showTooltip(point: ActivePoint): void {
    const model = this.model();
    const tooltip = this.refs.tooltip.value;
    const geometry = this.canvas()?.geometry;
    if (!tooltip || !model || !geometry) return;
    render(tooltipTemplate(model, point), tooltip);
    tooltip.hidden = false;
    const size = { width: tooltip.offsetWidth, height: tooltip.offsetHeight };
    const { x, y } = placeTooltip(point, size, geometry, this.#direction);
    tooltip.style.setProperty('transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`);
  }

  #say(sentence: string): void {
    if (this.refs.spoken.value) this.refs.spoken.value.textContent = sentence;
  }
}

function isSame(one: ActivePoint, other: ActivePoint | null): boolean {
  return other !== null && one.index === other.index && one.series === other.series;
}
