import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { httpUrl } from '../../src/conversation/http-url.js';
import type { CheckedQuestion } from '../../src/gaps/questions.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { Localization } from '../../src/localize/localize.js';
import { DAY_MS } from '../../src/time/civil.js';
import type { Chunk, RowWindow } from './row-window.js';
import { shortened } from './shortened.js';

/** Characters of a question that are put into the page before somebody asks for all of it. */
const SHOWN = 300;
/** Characters of a question in the name of its checkbox. */
const NAMED = 80;

/** What a list of questions shows and tells. */
export interface QuestionRowsOptions {
  readonly questions: readonly CheckedQuestion[];
  /** All questions that are found; null where the source does not know. */
  readonly total: number | null;
  /** Which of them are in the page. */
  readonly rows: RowWindow;
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
  const { localization, rows, questions } = options;
  // Lists of their own would be counted each by itself: the items are told their places among all.
  return html`<div class="questions" part="questions" role="list" aria-label=${localization.messages.gapPanel.list}>
    ${repeat(
      rows.chunksOf(questions),
      ({ index }) => index,
      (chunk) => renderChunk(chunk, options),
    )}
  </div>`;
}

/** Questions that are far from what is seen are an empty room. */
function renderChunk({ index, first, rows }: Chunk<CheckedQuestion>, options: QuestionRowsOptions): TemplateResult {
  if (rows === null) return html`<div class="chunk far" role="none" data-chunk=${index}><div data-room></div></div>`;
  return html`<div class="chunk" role="none" data-chunk=${index}>
    ${repeat(
      rows,
      ({ id }) => id,
      (question, place) =>
        guard(seenOf(question, first + place, options), () => renderQuestion(question, first + place, options)),
    )}
  </div>`;
}

/** What a row shows depends on nothing else: of thousands, only those that changed are made anew. */
function seenOf(question: CheckedQuestion, place: number, options: QuestionRowsOptions): unknown[] {
  const { now, localization, isTicked, isWhole, savingOf, total } = options;
  const { id } = question;
  const day = Math.floor(now / DAY_MS);
  return [question, place, total, day, localization, isTicked?.(id), isWhole(id), savingOf(id)];
}

function renderQuestion(question: CheckedQuestion, place: number, options: QuestionRowsOptions): TemplateResult {
  const { id, text, askedAt } = question;
  const { localization, now, isTicked, tick, isWhole, toggleWhole, savingOf } = options;
  const { messages, format } = localization;
  const { gapPanel, gapWork } = messages;
  const saving = savingOf(id);
  const whole = isWhole(id);
  const words = text.trim() === '' ? gapPanel.noWords : whole ? text : shortened(text, SHOWN);
  return html`<div
    role="listitem"
    aria-posinset=${place + 1}
    aria-setsize=${options.total ?? -1}
    class="question ${isTicked?.(id) === true ? 'ticked' : ''} ${saving === null ? '' : 'saving'}"
  >
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
  </div>`;
}

function renderTicket({ ticket }: CheckedQuestion, { messages }: Localization): TemplateResult {
  const { gapPanel } = messages;
  if (ticket === null) return html`<span>${gapPanel.noTicket}</span>`;
  const url = httpUrl(ticket.url);
  const words = html`<bdi>${gapPanel.ticket(shortened(ticket.id, NAMED))}</bdi>`;
  return url === null ? html`<span>${words}</span>` : html`<a href=${url} target="_blank" rel="noopener">${words}</a>`;
}
