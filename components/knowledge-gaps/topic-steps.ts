import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { placeIn, type TopicOrder, type TopicOrders, type TopicPlace } from '../../src/feed/topic-order.js';
import type { Messages } from '../../src/localize/messages.js';
import { focusFirst } from './focus-first.js';
import { shortened } from './shortened.js';

/** What goes from topic to topic needs. */
export interface Stepping {
  /** The topics listed around the panel; null: it shows a topic of its own. */
  readonly orders: TopicOrders | null;
  readonly topic: OpenTopic;
  readonly messages: Messages;
  readonly open: (topic: OpenTopic) => void;
  readonly say: (text: string) => void;
}

/** Goes from one topic to the next of the table beside the panel. */
export class TopicSteps implements ReactiveController {
  readonly #host: LitElement;
  /** Where the topic stood in the table when it was last there. */
  #lastIndex = 0;
  /** The next one is wanted as soon as it has come. */
  #waits = false;
  /** Id of the topic whose first question gets the focus as soon as it is there. */
  #focuses: string | null = null;

  #heard: TopicOrders | null = null;
  #stopHearing = (): void => {};

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#hear(null);
  }

  /** There is a table whose topics can be gone through. */
  get isOn(): boolean {
    return this.#heard?.current != null;
  }

  /** Two buttons; none where there is nowhere to go. Styles: `gapPanelStyles`. */
  render(stepping: Stepping): TemplateResult | typeof nothing {
    const { orders, messages } = stepping;
    this.#hear(orders);
    const order = orders?.current ?? null;
    if (order === null) return nothing;
    const { previous, next, place } = this.#place(stepping, order);
    if (place !== null) this.#lastIndex = place - 1;
    if (this.#waits && (next !== null || order.more === null)) {
      this.#waits = false;
      queueMicrotask(() => this.step(stepping, 1));
    }
    const { steps } = messages.gapPanel;
    const hasNext = next !== null || order.more !== null;
    return html`${this.#renderStep('previous', steps.previous, previous !== null, () => this.step(stepping, -1))}
    ${this.#renderStep('next', steps.next, hasNext, () => this.step(stepping, 1))}`;
  }

  /** Opens the topic before or after; at the end of what is listed further ones are asked for. */
  step(stepping: Stepping, by: 1 | -1): void {
    const { orders, open, say, messages } = stepping;
    const order = orders?.current ?? null;
    if (order === null) return;
    const { previous, next } = this.#place(stepping, order);
    const target = by === 1 ? next : previous;
    if (target === null) {
      if (by === 1 && order.more !== null) {
        this.#waits = true;
        order.more();
      } else say(messages.gapPanel.steps.end);
      return;
    }
    const index = order.topics.indexOf(target);
    this.#lastIndex = index;
    if (this.#host.shadowRoot?.activeElement?.closest('.questions') != null) this.#focuses = target.id;
    open({ topicId: target.id, title: target.title, status: target.status });
    say(messages.gapPanel.steps.at(index + 1, order.total, shortened(target.title, 300)));
  }

  /** To be called after an update in which the questions of a topic are there. */
  focusFirst(topic: OpenTopic | null): void {
    if (this.#focuses === null || this.#focuses !== topic?.topicId) return;
    this.#focuses = null;
    focusFirst(this.#host, '.question input', '.step');
  }

  #hear(orders: TopicOrders | null): void {
    if (orders === this.#heard) return;
    this.#stopHearing();
    this.#heard = orders;
    this.#stopHearing = orders?.listen(() => this.#host.requestUpdate()) ?? ((): void => {});
  }

  #place({ topic }: Stepping, order: TopicOrder): TopicPlace {
    return placeIn(order, topic.topicId, this.#lastIndex);
  }

  #renderStep(step: 'previous' | 'next', label: string, isOn: boolean, run: () => void): TemplateResult {
    const path = step === 'next' ? 'M6 3l5 5-5 5' : 'M10 3L5 8l5 5';
    return html`<button
      class="menu-button step ${step}"
      part="step"
      type="button"
      aria-label=${label}
      aria-disabled=${isOn ? nothing : 'true'}
      @click=${() => {
        if (isOn) run();
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>
    </button>`;
  }
}
