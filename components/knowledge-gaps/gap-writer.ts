import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { AdapterError, isAbort, isDataError, isPermissionError, type AdapterErrorCode } from '../../src/errors.js';
import { WriteKeys } from '../../src/feed/write-keys.js';
import { undoOf, type GapOutcome } from '../../src/gaps/commands.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import type { Messages } from '../../src/localize/messages.js';
import { requestGap } from '../agent-performance/gap-requests.js';
import type { GapCommands, GapDestination } from '../agent-performance/gap-request.js';
import { renderCloseButton } from '../card/close-button.js';
import { renderAction } from '../card/card-state.js';

/** What became of the last write of an element. */
type Result =
  | { readonly kind: 'done'; readonly outcome: GapOutcome }
  | { readonly kind: 'failed'; readonly write: GapWriteKind; readonly error: unknown; readonly retry: () => void };

/** Asks for the writes of one element, keeps what became of the last one, and offers to undo it or to try again. */
export class GapWriter implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #say: (text: string) => void;
  readonly #keys = new WriteKeys();
  #result: Result | null = null;
  #isWriting = false;

  /** @param say speaks a finished sentence */
  constructor(host: ReactiveControllerHost & HTMLElement, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#result = null;
  }

  /** A write of this element is on its way. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Why the last write failed; null where it did not. */
  get failure(): unknown {
    return this.#result?.kind === 'failed' ? this.#result.error : null;
  }

  /** The last write failed in a way that does not tell whether it was carried out. */
  get isUnsure(): boolean {
    return this.#result?.kind === 'failed' && isUnsure(this.#result.error);
  }

  /** What failed is of no interest any more; what was done can still be undone. */
  forgetFailure(): void {
    if (this.#result?.kind === 'failed') this.#result = null;
  }

  /**
   * Asks for a write, one at a time; again for the same command it comes with the same key.
   * @param done called once the source has confirmed it
   */
  async write<Kind extends GapWriteKind>(
    kind: Kind,
    command: GapCommands[Kind],
    destination: GapDestination,
    messages: Messages,
    done: (outcome: GapOutcome) => void = () => undefined,
  ): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#host.requestUpdate();
    try {
      const key = this.#keys.keyFor(kind, command);
      const outcome = await requestGap(this.#host, kind, command, { ...destination, key });
      this.#keys.confirmed();
      this.#result = { kind: 'done', outcome };
      this.#say(messages.gapWork.done(kind, questionsIn(outcome)));
      done(outcome);
    } catch (error) {
      const retry = (): void => void this.write(kind, command, destination, messages, done);
      this.#result = isAbort(error) ? null : { kind: 'failed', write: kind, error, retry };
      if (!isAbort(error)) this.#say(`${headlineOf(kind, error, messages)} ${reasonOf(error, messages)}`);
    } finally {
      this.#isWriting = false;
      this.#host.requestUpdate();
    }
  }

  /** What became of the last write, with what can be done about it. Styles: `gapWriteStyles`. */
  render(destination: GapDestination, messages: Messages): TemplateResult | typeof nothing {
    if (this.#result === null) return nothing;
    const { gapWork, card } = messages;
    if (this.#result.kind === 'failed') {
      const { write, error, retry } = this.#result;
      return html`<div class="write-result failed" part="write-failed">
        <p>
          <strong>${headlineOf(write, error, messages)}</strong> ${reasonOf(error, messages)}
          ${isUnsure(error) ? gapWork.maybeDone : gapWork.nothingChanged}
        </p>
        ${isFinal(error) ? nothing : renderAction({ label: card.actions.tryAgain, run: retry })}
        ${this.#renderClose(messages)}
      </div>`;
    }
    const { outcome } = this.#result;
    const undo = destination.work.can('restore') ? undoOf(outcome) : null;
    const run = (): void => void this.write('restore', undo!, destination, messages);
    return html`<div class="write-result" part="write-done">
      <p>
        ${gapWork.done(outcome.kind, questionsIn(outcome))}
        ${undo === null ? nothing : html`<span class="sub">${gapWork.later(undo.from)}</span>`}
      </p>
      ${undo === null ? nothing : renderAction({ label: gapWork.undo, run })} ${this.#renderClose(messages)}
    </div>`;
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
