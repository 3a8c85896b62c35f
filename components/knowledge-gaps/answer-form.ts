import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ResolveGap, RightStanding } from '../../src/gaps/gap-records.js';
import { textProblem } from '../../src/gaps/writes.js';
import type { Localization } from '../../src/localize/localize.js';
import { renderWhyNot } from './selection.js';
import { cutAt } from './shortened.js';

const FIELDS = ['question', 'answer'] as const;
type Field = (typeof FIELDS)[number];

/** What stands in the form. */
export type AnswerWords = Readonly<Record<Field, string>>;

/** What the form shows around its fields, and what it does. */
export interface AnswerFormOptions {
  readonly localization: Localization;
  /** Characters a text may have. */
  readonly limit: number;
  /** Questions are ticked, and the suggestion is the first of them. */
  readonly isTicked: boolean;
  /** The question that is answered, as long as nobody has written another. */
  readonly suggestion: string;
  /** Says which questions these words will resolve. */
  readonly resolves: (words: AnswerWords) => string;
  readonly standing: Exclude<RightStanding, 'hidden'>;
  readonly isWriting: boolean;
  readonly send: (texts: AnswerWords) => void;
}

/** Which questions a short answer resolves. `total` is null where the source does not know how many there are. */
export function resolvesWords(
  { questionIds }: ResolveGap,
  total: number | null,
  { messages: { gapPanel } }: Localization,
): string {
  if (questionIds === null) return gapPanel.resolvesAll(total);
  return gapPanel.resolves(questionIds.length, total === null ? null : Math.max(0, total - questionIds.length));
}

/** Question, short answer, and the button that creates and resolves. It keeps what was typed until it is cleared. */
export class AnswerForm implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** What somebody has typed; null: nothing. */
  #typed: Readonly<Record<Field, string | null>> = { question: null, answer: null };
  /** Problems are told once somebody has tried to send. */
  #isTried = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.#onLeave);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#onLeave);
  }

  /** Something would be lost. */
  get isDirty(): boolean {
    return FIELDS.some((field) => (this.#typed[field] ?? '').trim() !== '');
  }

  /** @param sent clears only where this is what stands there: what was typed since is kept */
  clear(sent: AnswerWords | null = null): void {
    if (sent !== null && FIELDS.some((field) => this.#typed[field] !== sent[field])) return;
    this.#typed = { question: null, answer: null };
    this.#isTried = false;
    this.#host.requestUpdate();
  }

  render(options: AnswerFormOptions): TemplateResult {
    const { localization, resolves, standing, isWriting, isTicked } = options;
    const isAllowed = standing === 'allowed';
    const { gapPanel } = localization.messages;
    const { ticked, latest } = gapPanel.questionHelp;
    const send = (): void => this.#send(options);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    };
    return html`<form
      class="answer-form"
      part="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        send();
      }}
      @keydown=${onKey}
    >
      ${this.#renderField('question', 3, gapPanel.question, isTicked ? ticked : latest, options)}
      ${this.#renderField('answer', 7, gapPanel.answer, gapPanel.answerHelp, options)}
      <p class="resolves" id="resolves">${resolves(this.#words(options))}</p>
      ${isAllowed ? nothing : renderWhyNot(standing, localization.messages, 'why-no-answer')}
      <button
        class="button main"
        type="submit"
        aria-disabled=${!isAllowed || isWriting}
        aria-describedby=${isAllowed ? 'resolves' : 'why-no-answer'}
      >
        ${gapPanel.create}
      </button>
    </form>`;
  }

  #renderField(field: Field, rows: number, label: string, help: string, options: AnswerFormOptions): TemplateResult {
    const { localization, limit, standing } = options;
    const { gapPanel } = localization.messages;
    const text = this.#textOf(field, options);
    const problem = this.#isTried || text.length > limit ? textProblem(text, limit) : null;
    const words = problem === 'empty' ? gapPanel.empty[field] : gapPanel.tooLong(text.length - limit);
    const onInput = (event: Event): void => {
      this.#typed = { ...this.#typed, [field]: (event.target as HTMLTextAreaElement).value };
      this.#host.requestUpdate();
    };
    return html`<div class="field">
      <label for=${field}>${label}</label>
      <textarea
        id=${field}
        rows=${rows}
        dir="auto"
        ?readonly=${standing !== 'allowed'}
        aria-describedby="${field}-help"
        aria-invalid=${problem === null ? nothing : 'true'}
        .value=${live(text)}
        @input=${onInput}
      ></textarea>
      <span class="help" id="${field}-help">
        ${problem === null ? html`<span>${help}</span>` : html`<span class="problem">${words}</span>`}
        <span class="length">${gapPanel.length(text.length, limit)}</span>
      </span>
    </div>`;
  }

  #textOf(field: Field, { suggestion, limit }: AnswerFormOptions): string {
    return this.#typed[field] ?? (field === 'question' ? cutAt(suggestion, limit) : '');
  }

  #words(options: AnswerFormOptions): AnswerWords {
    return { question: this.#textOf('question', options), answer: this.#textOf('answer', options) };
  }

  #send(options: AnswerFormOptions): void {
    if (options.standing !== 'allowed' || options.isWriting) return;
    const words = this.#words(options);
    const wrong = FIELDS.find((field) => textProblem(words[field], options.limit) !== null);
    this.#isTried = true;
    this.#host.requestUpdate();
    // What was sent stays as it is, whatever becomes of the question it was taken from.
    if (wrong === undefined) options.send((this.#typed = words));
    else this.#host.shadowRoot?.querySelector<HTMLElement>(`#${wrong}`)?.focus();
  }

  readonly #onLeave = (event: Event): void => {
    if (this.isDirty) event.preventDefault();
  };
}
