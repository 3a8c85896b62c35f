import { html, nothing, type TemplateResult } from 'lit';
import { httpUrl } from '../../src/conversation/http-url.js';
import type { AnswerEffect } from '../../src/feed/answer-effect.js';
import type { CheckedQuestion } from '../../src/gaps/questions.js';
import type { CheckedShortAnswer } from '../../src/gaps/short-answers.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Askings } from '../../src/metrics/askings.js';
import type { RateAmong } from '../../src/metrics/rate-among.js';
import { shortened } from './shortened.js';

/** Characters of a text that are put into the page. */
const SHOWN = 2_000;
/** Questions whose words are shown. */
const QUESTIONS = 50;

/** What is known of a short answer beside what it says. */
export interface ShortAnswerFacts {
  /** `loading`: its topic's questions are still coming. null: the source does not tell. */
  readonly effect: AnswerEffect | 'loading' | null;
  /** The questions it resolved, as far as their words are known. */
  readonly resolved: readonly CheckedQuestion[];
}

/** One short answer with what it resolved and whether it helped. Styles: `shortAnswerStyles`. */
export function renderShortAnswer(
  shortAnswer: CheckedShortAnswer,
  { effect, resolved }: ShortAnswerFacts,
  now: number,
  localization: Localization,
): TemplateResult {
  const { messages, format } = localization;
  const { shortAnswers } = messages;
  const { question, answer, createdAt, createdBy, resolvesQuestionIds, url } = shortAnswer;
  const link = httpUrl(url);
  return html`<p class="asked-for" dir="auto">${shortened(question, SHOWN)}</p>
    <p class="answer" dir="auto">${shortened(answer, SHOWN)}</p>
    <p class="meta">
      ${createdBy === null ? nothing : html`<span>${shortAnswers.by(shortened(createdBy, 80))}</span>`}
      <span>${format.relative(createdAt, now)}, ${format.dateTimeShort(createdAt, now)}</span>
      ${link === null ? nothing : html`<a href=${link} target="_blank" rel="noopener">${shortAnswers.open}</a>`}
    </p>
    ${renderResolved(shortAnswers.resolved(resolvesQuestionIds.length), resolved)}
    ${effect === null ? nothing : renderEffect(effect, localization)}`;
}

function renderResolved(label: string, resolved: readonly CheckedQuestion[]): TemplateResult {
  if (resolved.length === 0) return html`<p class="meta">${label}</p>`;
  return html`<details class="resolved">
    <summary>${label}</summary>
    <ul>
      ${resolved.slice(0, QUESTIONS).map(({ text }) => html`<li dir="auto">${shortened(text, 300)}</li>`)}
    </ul>
    ${resolved.length > QUESTIONS ? html`<p>…</p>` : nothing}
  </details>`;
}

function renderEffect(effect: AnswerEffect | 'loading', localization: Localization): TemplateResult {
  const { shortAnswers } = localization.messages;
  if (effect === 'loading') return html`<p class="meta">${shortAnswers.looking}</p>`;
  const { askings, resolutionRate } = effect;
  return html`<div class="effect ${askings.verdict}" part="effect">
    <p>${shortAnswers.helped} <strong>${shortAnswers.verdict(askings.verdict)}</strong></p>
    <dl>
      ${renderPair(shortAnswers.askings, askings, (part) => perWeek(part, localization), localization)}
      ${
        resolutionRate === null
          ? nothing
          : renderPair(shortAnswers.resolutionRate, resolutionRate, (part) => rate(part, localization), localization)
      }
    </dl>
  </div>`;
}

function renderPair<Part>(
  label: string,
  { before, after }: { readonly before: Part; readonly after: Part },
  write: (part: Part) => string,
  { messages }: Localization,
): TemplateResult {
  const { shortAnswers } = messages;
  return html`<div>
    <dt>${label}</dt>
    <dd><span class="when">${shortAnswers.before}</span> ${write(before)}</dd>
    <dd><span class="when">${shortAnswers.after}</span> ${write(after)}</dd>
  </div>`;
}

function perWeek({ perWeek: often, interval }: Askings, { messages }: Localization): string {
  if (often === null || interval === null) return messages.shortAnswers.nothing;
  return messages.shortAnswers.perWeek(often, ...interval);
}

function rate(among: RateAmong | null, { messages }: Localization): string {
  if (among === null) return messages.shortAnswers.unknownRate;
  return messages.shortAnswers.rate(among.rate, among.numerator, among.denominator);
}
