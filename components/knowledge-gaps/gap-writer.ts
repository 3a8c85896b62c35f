import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { AdapterError, isAbort, isPermissionError, type AdapterErrorCode } from '../../src/errors.js';
import { WriteKeys } from '../../src/feed/write-keys.js';
import { undoOf, type GapOutcome } from '../../src/gaps/commands.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { Messages } from '../../src/localize/messages.js';
import { requestGap } from '../agent-performance/gap-requests.js';
import type { GapCommands, GapDestination } from '../agent-performance/gap-request.js';
import { renderCloseButton } from '../card/close-button.js';
import { renderAction } from '../card/card-state.js';
import { FocusAfterWrite, type RowTarget } from './focus-row.js';
import { shortened } from './shortened.js';

/** What became of the last write of an element, and the topic it was made in; null: in none, but among them all. */
type Result = { readonly topic: OpenTopic | null } & (
  | { readonly kind: 'done'; readonly outcome: GapOutcome; readonly target: RowTarget | null }
  | { readonly kind: 'failed'; readonly write: GapWriteKind; readonly error: unknown; readonly retry: () => void }
);

/** Asks for the writes of one element, keeps what became of the last one, and offers to undo it or to try again. */
export class GapWriter implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #say: (text: string) => void;
  readonly #keys = new WriteKeys();
  readonly #focus: FocusAfterWrite;
  #result: Result | null = null;
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
    this.#result = null;
  }

  /** A write of this element is on its way. */
  get isWriting(): boolean {
    return this.#writing !== null;
  }

  /** Why the last write failed; null where it did not, or was made in another topic. */
  get failure(): unknown {
    return this.#result?.kind === 'failed' && this.#isHere(this.#result.topic) ? this.#result.error : null;
  }

  /** The last write failed in a way that does not tell whether it was carried out. */
  get isUnsure(): boolean {
    return this.failure !== null && isUnsure(this.failure);
  }

  /** Another topic is shown: what failed in the one before is of no interest any more; what was done can still be undone. */
  turnTo(topic: OpenTopic | null): void {
    this.#topic = topic;
    this.#focus.moveTo(null);
    if (this.#result?.kind === 'failed') this.#result = null;
  }

  /** Another source is written to from now on: nothing of the one before can be undone or tried again. */
  forget(): void {
    this.#result = this.#writing = null;
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
    try {
      const key = this.#keys.keyFor(kind, command);
      const outcome = await requestGap(this.#host, kind, command, { ...destination, key });
      if (this.#writing !== writing) return;
      this.#keys.confirmed();
      const target = this.#isHere(topic) ? done(outcome) : null;
      this.#focus.moveTo(target);
      this.#result = { topic, kind: 'done', outcome, target };
      this.#say(`${this.#whereOf(topic, messages)}${messages.gapWork.done(kind, questionsIn(outcome))}`);
    } catch (error) {
      if (this.#writing !== writing) return;
      const retry = (): void => void this.write(kind, command, destination, messages, done, topic);
      this.#result = isAbort(error) ? null : { topic, kind: 'failed', write: kind, error, retry };
      const where = this.#whereOf(topic, messages);
      if (!isAbort(error)) this.#say(`${where}${headlineOf(kind, error, messages)} ${reasonOf(error, messages)}`);
    } finally {
      if (this.#writing === writing) this.#writing = null;
      this.#host.requestUpdate();
    }
  }

  /** What became of the last write, with what can be done about it. Styles: `gapWriteStyles`. */
  render(destination: GapDestination, messages: Messages): TemplateResult | typeof nothing {
    if (this.#result === null) return nothing;
    const { gapWork, card } = messages;
    const where = this.#whereOf(this.#result.topic, messages);
    if (this.#result.kind === 'failed') {
      const { write, error, retry } = this.#result;
      return html`<div class="write-result failed" part="write-failed">
        <p>
          ${where}<strong>${headlineOf(write, error, messages)}</strong> ${reasonOf(error, messages)}
          ${isUnsure(error) ? gapWork.maybeDone : gapWork.nothingChanged}
        </p>
        ${isConflict(error) || isPermissionError(error) ? nothing : renderAction({ label: card.actions.tryAgain, run: retry })}
        ${this.#renderClose(messages)}
      </div>`;
    }
    const { outcome, target, topic } = this.#result;
    const undo = destination.work.can('restore') ? undoOf(outcome) : null;
    const run = (): void => void this.write('restore', undo!, destination, messages, () => target, topic);
    return html`<div class="write-result" part="write-done">
      <p>
        ${where}${gapWork.done(outcome.kind, questionsIn(outcome))}
        ${undo === null ? nothing : html`<span class="sub">${gapWork.later(undo.from)}</span>`}
      </p>
      ${undo === null ? nothing : renderAction({ label: gapWork.undo, run })} ${this.#renderClose(messages)}
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

  #renderClose({ card }: Messages): TemplateResult {
    const close = (): void => {
      this.#result = null;
      this.#host.requestUpdate();
    };
    return renderCloseButton(card, close);
  }
}

/** Whether a write failed because its questions no longer stood where it expected them. */
export function isConflict(error: unknown): boolean {
  return error instanceof AdapterError && error.code === 'conflict';
}

/** Failures after which nobody knows whether the source has written. */
const UNSURE: readonly AdapterErrorCode[] = ['offline', 'unavailable', 'timeout', 'invalid-payload', 'unknown'];

function isUnsure(error: unknown): boolean {
  if (isPermissionError(error)) return false;
  return !(error instanceof AdapterError) || UNSURE.includes(error.code);
}

function headlineOf(kind: GapWriteKind, error: unknown, { gapWork }: Messages): string {
  return isUnsure(error) ? gapWork.notConfirmed : gapWork.notDone(kind);
}

function questionsIn({ topics }: GapOutcome): number {
  return topics.reduce((sum, { questionIds }) => sum + questionIds.length, 0);
}

function reasonOf(error: unknown, { gapWork }: Messages): string {
  if (isPermissionError(error)) return gapWork.reason('forbidden');
  return gapWork.reason(error instanceof AdapterError ? error.code : 'unknown');
}
