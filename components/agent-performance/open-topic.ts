import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { gapStatuses } from '../../src/gaps/gap-records.js';
import { attributeText } from '../attribute-text.js';

/** Detail of `gap-open`, and of `topic-change` while a topic is open. */
export type GapOpenDetail = OpenTopic;

/** Whether both are one topic, opened from the same list; its title may have become known since. */
export function isSameTopic(one: OpenTopic | null, other: OpenTopic | null): boolean {
  return one?.topicId === other?.topicId && one?.status === other?.status;
}

/** Asks for a topic to be opened, or for the one that is open to be closed. */
export function requestTopic(element: HTMLElement, detail: OpenTopic | null): void {
  const type = detail === null ? 'gap-close' : 'gap-open';
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}

/** The topic that is open on a page: whoever wants another asks by `gap-open`, and `gap-close` closes it. */
export class PageTopic implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #value: OpenTopic | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get value(): OpenTopic | null {
    return this.#value;
  }

  /** Takes what a page sets, which can be anything: the id of a topic, or nothing. Fires nothing. */
  set(value: unknown): void {
    const topicId = attributeText(value);
    if (topicId === (this.#value?.topicId ?? null)) return;
    this.#value = topicId === null ? null : { topicId, title: null, status: 'open' };
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.addEventListener('gap-open', this.#onOpen);
    this.#host.addEventListener('gap-close', this.#onClose);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('gap-open', this.#onOpen);
    this.#host.removeEventListener('gap-close', this.#onClose);
  }

  readonly #onOpen = (event: CustomEvent<unknown>): void => {
    const { topicId, title, status } = Object(event.detail) as Partial<Record<keyof OpenTopic, unknown>>;
    if (typeof topicId !== 'string' || topicId === '') return;
    const known = gapStatuses.find((name) => name === status) ?? 'open';
    this.#follow(event, { topicId, title: typeof title === 'string' ? title : null, status: known });
  };

  readonly #onClose = (event: Event): void => this.#follow(event, null);

  #follow(event: Event, value: OpenTopic | null): void {
    // Listeners farther out have their say first.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      event.preventDefault(); // A page around this one leaves it alone.
      this.#value = value;
      this.#host.requestUpdate();
      this.#host.dispatchEvent(new CustomEvent('topic-change', { detail: value }));
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    'gap-open': CustomEvent<GapOpenDetail>;
    'gap-close': CustomEvent<null>;
    'topic-change': CustomEvent<GapOpenDetail | null>;
  }
}
