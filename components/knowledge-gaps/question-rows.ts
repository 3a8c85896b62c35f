import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { httpUrl } from '../../src/conversation/http-url.js';
import type { CheckedQuestion } from '../../src/gaps/questions.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { Localization } from '../../src/localize/localize.js';

/** Characters of a question that are put into the page before somebody asks for all of it. */
const SHOWN = 300;
/** Characters of a question in the name of its checkbox. */
const NAMED = 80;

const DAY_MS = 24 * 3_600_000;

/** What a list of questions shows and tells. */
export interface QuestionRowsOptions {
  readonly questions: readonly CheckedQuestion[];
  readonly now: number;
  readonly localization: Localization;
  /** null: nothing could be done with ticked ones. */
  readonly isTicked: ((id: string) => boolean) | null;
  readonly tick: (id: string, isTicked: boolean) => void;
  readonly isWhole: (id: string) => boolean;
  readonly toggleWhole: (id: string) => void;
  readonly savingOf: (id: string) => GapWriteKind | null;
}

/** The exact questions of a topic, each with its ticket and its date. Styles: `gapPanelStyles`. */
export function renderQuestionRows(options: QuestionRowsOptions): TemplateResult {
  return html`<ul class="questions" part="questions" aria-label=${options.localization.messages.gapPanel.list}>
    ${repeat(
      options.questions,
      ({ id }) => id,
      (question) => guard(seenOf(question, options), () => renderQuestion(question, options)),
    )}
  </ul>`;
}

/** What a row shows depends on nothing else: of thousands, only those that changed are made anew. */
function seenOf(question: CheckedQuestion, options: QuestionRowsOptions): unknown[] {
  const { now, localization, isTicked, isWhole, savingOf } = options;
  const { id } = question;
  const day = Math.floor(now / DAY_MS);
  return [question, day, localization, isTicked?.(id), isWhole(id), savingOf(id)];
}

function renderQuestion(question: CheckedQuestion, options: QuestionRowsOptions): TemplateResult {
  const { id, text, askedAt } = question;
  const { localization, now, isTicked, tick, isWhole, toggleWhole, savingOf } = options;
  const { messages, format } = localization;
  const { gapPanel, gapWork } = messages;
  const saving = savingOf(id);
  const whole = isWhole(id);
  const words = text.trim() === '' ? gapPanel.noWords : whole ? text : shortened(text, SHOWN);
  return html`<li class="${isTicked?.(id) === true ? 'ticked' : ''} ${saving === null ? '' : 'saving'}">
    ${
      isTicked === null
        ? nothing
        : html`<label class="tick">
            <input
              type="checkbox"
              aria-label=${gapPanel.tick(shortened(words, NAMED))}
              ?disabled=${saving !== null}
              .checked=${live(isTicked(id))}
              @change=${(event: Event) => tick(id, (event.target as HTMLInputElement).checked)}
            />
          </label>`
    }
    <div class="asked">
      <p class="words" dir="auto">${words}</p>
      <p class="meta">
        ${renderTicket(question, localization)}
        <span>${format.dateTimeShort(askedAt, now)}</span>
        ${saving === null ? nothing : html`<span>${gapWork.saving(saving)}</span>`}
        ${
          text.length <= SHOWN
            ? nothing
            : html`<button class="link" type="button" aria-expanded=${whole} @click=${() => toggleWhole(id)}>
                ${whole ? gapPanel.showLess : gapPanel.showAll}
              </button>`
        }
      </p>
    </div>
  </li>`;
}

function renderTicket({ ticket }: CheckedQuestion, { messages }: Localization): TemplateResult {
  const { gapPanel } = messages;
  if (ticket === null) return html`<span>${gapPanel.noTicket}</span>`;
  const url = httpUrl(ticket.url);
  const words = html`<bdi>${gapPanel.ticket(shortened(ticket.id, NAMED))}</bdi>`;
  return url === null ? html`<span>${words}</span>` : html`<a href=${url} target="_blank" rel="noopener">${words}</a>`;
}

/** Cut between characters, never inside one. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
