import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { AdapterError, isAbort, isDataError, isPermissionError, type AdapterErrorCode } from '../../src/errors.js';
import { WriteKeys } from '../../src/feed/write-keys.js';
import type { ResolveGap } from '../../src/gaps/gap-records.js';
import { undoOf, type GapOutcome } from '../../src/gaps/commands.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { Messages } from '../../src/localize/messages.js';
import { requestGap } from '../agent-performance/gap-requests.js';
import type { GapCommands, GapDestination } from '../agent-performance/gap-request.js';
import { renderCloseButton } from '../card/close-button.js';
import { renderAction } from '../card/card-state.js';
import type { AnswerWords } from './answer-form.js';
import { FocusAfterWrite, type RowTarget } from './focus-after-write.js';
import { shortened } from './shortened.js';

/** A short answer whose confirmation was lost: it may be made. */
interface LostAnswer {
  readonly command: ResolveGap;
  readonly key: string;
}

/** What became of a write of an element, and the topic it was made in; null: in none, but among them all. */
type Result = { readonly topic: OpenTopic | null } & (
  | { readonly kind: 'done'; readonly outcome: GapOutcome; readonly target: RowTarget | null }
  | {
      readonly kind: 'failed';
      readonly write: GapWriteKind;
      readonly command: object;
      readonly error: unknown;
      readonly retry: () => void;
    }
);

/** Asks for the writes of one element, keeps what became of the last one and of lost short answers, and offers to undo it or to try again. */
export class GapWriter implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #say: (text: string) => void;
  readonly #keys = new WriteKeys();
  readonly #focus: FocusAfterWrite;
  /** The latest is the last. */
  #results: readonly Result[] = [];
  #lost: readonly LostAnswer[] = [];
  /** The write on its way; null: none. */
  #writing: object | null = null;
  /** The topic that is shown. */
  #topic: OpenTopic | null = null;

  /** @param say speaks a finished sentence */
  constructor(host: ReactiveControllerHost & HTMLElement, say: (text: string) => void) {
    this.#host = host;
    this.#focus = new FocusAfterWrite(host);
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#results = [];
  }

  /** A write of this element is on its way. */
  get isWriting(): boolean {
    return this.#writing !== null;
  }

  /** Why the last write failed; null where it did not, or was made in another topic. */
  get failure(): unknown {
    const last = this.#results.at(-1);
    return last?.kind === 'failed' && this.#isHere(last.topic) ? last.error : null;
  }

  /** A write of the topic that is shown failed in a way that does not tell whether it was carried out. */
  get isUnsure(): boolean {
    return this.#results.some((each) => each.kind === 'failed' && this.#isHere(each.topic) && isUnsure(each.error));
  }

  /** The short answer of a topic in these words that may be made already: anew it would be made twice. */
  lostAnswer(topicId: string, { question, answer }: AnswerWords): ResolveGap | null {
    const isSame = ({ command }: LostAnswer): boolean =>
      command.topicId === topicId && command.question === question && command.answer === answer;
    return this.#lost.find(isSame)?.command ?? null;
  }

  /** Another topic is shown: what failed in the one before is of no interest any more; what was done can still be undone. */
  turnTo(topic: OpenTopic | null): void {
    this.#topic = topic;
    this.#focus.moveTo(null);
    this.#results = this.#results.filter(({ kind }) => kind === 'done');
  }

  /** Another source is written to from now on: nothing of the one before can be undone or tried again. */
  forget(): void {
    this.#writing = null;
    this.#results = this.#lost = [];
    this.#keys.confirmed();
    this.#focus.moveTo(null);
  }

  /**
   * Asks for a write, one at a time; again for the same command it comes with the same key.
   * @param done called once the source has confirmed it, unless another topic is shown by then; says where the focus goes
   */
  async write<Kind extends GapWriteKind>(
    kind: Kind,
    command: GapCommands[Kind],
    destination: GapDestination,
    messages: Messages,
    done: (outcome: GapOutcome) => RowTarget | null = () => null,
    topic = this.#topic,
  ): Promise<void> {
    if (this.#writing !== null) return;
    const writing = (this.#writing = {});
    this.#focus.start();
    this.#host.requestUpdate();
    const key = this.#lost.find((each) => each.command === command)?.key ?? this.#keys.keyFor(kind, command);
    try {
      const outcome = await requestGap(this.#host, kind, command, { ...destination, key });
      if (this.#writing !== writing) return;
      this.#keys.confirmed();
      const target = this.#isHere(topic) ? done(outcome) : null;
      this.#focus.moveTo(target);
      this.#keep(command, { topic, kind: 'done', outcome, target });
      this.#say(`${this.#whereOf(topic, messages)}${messages.gapWork.done(kind, questionsIn(outcome))}`);
    } catch (error) {
      if (this.#writing !== writing) return;
      const retry = (): void => void this.write(kind, command, destination, messages, done, topic);
      this.#keep(command, isAbort(error) ? null : { topic, kind: 'failed', write: kind, command, error, retry });
      if (kind === 'resolve' && isUnsure(error)) this.#lost = [...this.#lost, { command: command as ResolveGap, key }];
      const where = this.#whereOf(topic, messages);
      if (!isAbort(error)) this.#say(`${where}${headlineOf(kind, error, messages)} ${reasonOf(error, messages)}`);
    } finally {
      if (this.#writing === writing) this.#writing = null;
      this.#host.requestUpdate();
    }
  }

  /** Instead of what became of other writes: only lost short answers stay. */
  #keep(command: object, result: Result | null): void {
    this.#lost = this.#lost.filter((each) => each.command !== command && !isTakenBack(each.command, result));
    const lost = new Set<object>(this.#lost.map((each) => each.command));
    const kept = this.#results.filter((each) => each.kind === 'failed' && lost.has(each.command));
    this.#results = result === null ? kept : [...kept, result];
  }

  /** What became of the last write and of lost ones, with what can be done about it. Styles: `gapWriteStyles`. */
  render(destination: GapDestination, messages: Messages): readonly TemplateResult[] {
    return this.#results.map((result) => this.#renderResult(result, destination, messages));
  }

  #renderResult(result: Result, destination: GapDestination, messages: Messages): TemplateResult {
    const { gapWork, card } = messages;
    const where = this.#whereOf(result.topic, messages);
    if (result.kind === 'failed') {
      const { write, error, retry } = result;
      return html`<div class="write-result failed" part="write-failed">
        <p>
          ${where}<strong>${headlineOf(write, error, messages)}</strong> ${reasonOf(error, messages)}
          ${isUnsure(error) ? gapWork.maybeDone : gapWork.nothingChanged}
        </p>
        ${isFinal(error) ? nothing : renderAction({ label: card.actions.tryAgain, run: retry })}
        ${this.#renderClose(result, messages)}
      </div>`;
    }
    const { outcome, target, topic } = result;
    const undo = destination.work.can('restore') ? undoOf(outcome) : null;
    const run = (): void => void this.write('restore', undo!, destination, messages, () => target, topic);
    return html`<div class="write-result" part="write-done">
      <p>
        ${where}${gapWork.done(outcome.kind, questionsIn(outcome))}
        ${undo === null ? nothing : html`<span class="sub">${gapWork.later(undo.from)}</span>`}
      </p>
      ${undo === null ? nothing : renderAction({ label: gapWork.undo, run })} ${this.#renderClose(result, messages)}
    </div>`;
  }

  #isHere(topic: OpenTopic | null): boolean {
    return topic?.topicId === this.#topic?.topicId;
  }

  /** Names the topic of what comes late, when another one is shown. */
  #whereOf(topic: OpenTopic | null, { gapWork }: Messages): string {
    if (topic === null || this.#isHere(topic)) return '';
    return `${gapWork.elsewhere(topic.title === null ? null : shortened(topic.title, 80))} `;
  }

  #renderClose(result: Result, { card }: Messages): TemplateResult {
    const close = (): void => {
      this.#results = this.#results.filter((each) => each !== result);
      this.#host.requestUpdate();
    };
    return renderCloseButton(card, close);
  }
}

/** Whether a write failed because its questions no longer stood where it expected them. */
export function isConflict(error: unknown): boolean {
  return error instanceof AdapterError && error.code === 'conflict';
}

/** Whether its questions were opened again since: the same words make another short answer. */
function isTakenBack({ topicId }: ResolveGap, result: Result | null): boolean {
  if (result?.kind !== 'done' || result.outcome.from !== 'resolved') return false;
  return result.outcome.topics.some((topic) => topic.topicId === topicId);
}

/** Whether the same write would be refused again. */
function isFinal(error: unknown): boolean {
  return isConflict(error) || ['forbidden', 'too-large'].includes(codeOf(error));
}

/** Failures after which nobody knows whether the source has written. */
const UNSURE: readonly AdapterErrorCode[] = ['offline', 'unavailable', 'timeout', 'invalid-payload', 'unknown'];

function isUnsure(error: unknown): boolean {
  if (isPermissionError(error) || isDataError(error)) return false;
  return !(error instanceof AdapterError) || UNSURE.includes(error.code);
}

function headlineOf(kind: GapWriteKind, error: unknown, { gapWork }: Messages): string {
  return isUnsure(error) ? gapWork.notConfirmed : gapWork.notDone(kind);
}

function questionsIn({ topics }: GapOutcome): number {
  return topics.reduce((sum, { questionIds }) => sum + questionIds.length, 0);
}

function reasonOf(error: unknown, { gapWork }: Messages): string {
  return isDataError(error) ? gapWork.tooMuch : gapWork.reason(codeOf(error));
}

/** A DataError is the kit's own refusal of a write: what an element asks for makes sense, but can be more than fits in one. */
function codeOf(error: unknown): AdapterErrorCode {
  if (isPermissionError(error)) return 'forbidden';
  if (isDataError(error)) return 'too-large';
  return error instanceof AdapterError ? error.code : 'unknown';
}
