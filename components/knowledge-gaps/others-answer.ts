import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { parseShortAnswerPage, type CheckedShortAnswer } from '../../src/gaps/short-answers.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import { cutAt } from './shortened.js';
import type { Tickable } from './ticked-questions.js';

/** Short answers among which that of somebody else is looked for. */
const LATEST = 20;
/** Characters of it that are shown. */
const SHOWN = 300;

/** After a conflict: what somebody else has answered meanwhile, where the source tells. */
export class OthersAnswer {
  readonly #host: LitElement;
  /** Questions that were seen open, and that this page has not resolved: what resolves them was made meanwhile. */
  readonly #seen = new Set<string>();
  #found: CheckedShortAnswer | null = null;
  #askedFor: string | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addEventListener('gap-resolved', ({ detail: { topics } }) => {
      for (const id of topics.flatMap(({ questionIds }) => questionIds)) this.#seen.delete(id);
    });
  }

  /** Another topic is shown. */
  forget(): void {
    this.#found = this.#askedFor = null;
    this.#seen.clear();
  }

  /** Asks once a conflict; shows nothing without one. Styles: `gapPanelStyles`. */
  render(
    { list, topicId, destination, localization: { messages, format } }: Tickable,
    isConflict: boolean,
    now: number,
  ): TemplateResult | typeof nothing {
    for (const { id, status } of list.state.entries) if (status === 'open') this.#seen.add(id);
    if (!isConflict) {
      this.#found = this.#askedFor = null;
      return nothing;
    }
    if (this.#askedFor !== topicId) void this.#ask(destination, topicId);
    if (this.#found === null) return nothing;
    const { createdBy, createdAt, answer } = this.#found;
    return html`<div class="others">
      <p>${messages.gapPanel.others(createdBy, format.relative(createdAt, now))}</p>
      <blockquote dir="auto">${cutAt(answer, SHOWN)}</blockquote>
    </div>`;
  }

  async #ask({ work, viewer }: GapDestination, topicId: string): Promise<void> {
    this.#askedFor = topicId;
    try {
      const { signal } = new AbortController();
      const page: unknown = await work.adapter.shortAnswers?.list({ search: '', limit: LATEST }, { ...viewer, signal });
      if (this.#askedFor !== topicId) return;
      this.#found = parseShortAnswerPage(page).entries.find((each) => this.#isNews(each, topicId)) ?? null;
      this.#host.requestUpdate();
    } catch {
      // The conflict is told all the same.
    }
  }

  #isNews({ topicId, resolvesQuestionIds }: CheckedShortAnswer, shownId: string): boolean {
    return topicId === shownId && resolvesQuestionIds.some((id) => this.#seen.has(id));
  }
}
