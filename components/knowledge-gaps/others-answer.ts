import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { parseShortAnswerPage, type CheckedShortAnswer } from '../../src/gaps/short-answers.js';
import type { Localization } from '../../src/localize/localize.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import { cutAt } from './shortened.js';

/** Short answers among which that of somebody else is looked for. */
const LATEST = 20;
/** Characters of it that are shown. */
const SHOWN = 300;

/** After a conflict: what somebody else has answered meanwhile, where the source tells. */
export class OthersAnswer {
  readonly #host: ReactiveControllerHost;
  #found: CheckedShortAnswer | null = null;
  #askedFor: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  forget(): void {
    this.#found = this.#askedFor = null;
  }

  /** Asks once a conflict; shows nothing without one. Styles: `gapPanelStyles`. */
  render(
    destination: GapDestination,
    topicId: string,
    isConflict: boolean,
    { messages, format }: Localization,
    now: number,
  ): TemplateResult | typeof nothing {
    if (!isConflict) {
      this.forget();
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
      this.#found = parseShortAnswerPage(page).entries.find((each) => each.topicId === topicId) ?? null;
      this.#host.requestUpdate();
    } catch {
      // The conflict is told all the same.
    }
  }
}
