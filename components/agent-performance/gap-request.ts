import type { DismissGaps, ResolveGap, RestoreGaps } from '../../src/gaps/gap-records.js';
import type { GapOutcome } from '../../src/gaps/commands.js';
import type { GapWork } from '../../src/feed/gap-work.js';
import type { Viewer } from '../../src/feed/performance-feed.js';
import { newIdempotencyKey } from '../../src/adapters/idempotency-key.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';

/** Whose gaps are written, and for whom. */
export interface GapDestination {
  readonly work: GapWork;
  readonly viewer: Viewer;
}

/** What each kind of request asks for. */
export interface GapCommands {
  readonly resolve: ResolveGap;
  readonly dismiss: DismissGaps;
  readonly restore: RestoreGaps;
}

/** Detail of `gap-resolve-request`, `gap-dismiss-request` and `gap-restore-request`. */
export type GapRequestDetail<Kind extends GapWriteKind = GapWriteKind> = GapCommands[Kind] & {
  /** The same over retries, so that a retry after a lost answer never writes twice. */
  readonly idempotencyKey: string;
};

/**
 * Asks for a write. Whoever carries it out calls {@link GapRequest.respondWith}: a host that does it by itself with what an
 * adapter would answer, else the nearest `<agent-performance>`. `preventDefault()` alone leaves it undone.
 *
 * @example
 * const request = new GapRequest('dismiss', { topics: [{ topicId: 'g-7', questionIds: null }] });
 * element.dispatchEvent(request);
 * const { topics } = await request.answer; // Or a PermissionError, and nothing was written.
 */
export class GapRequest<Kind extends GapWriteKind = GapWriteKind> extends CustomEvent<GapRequestDetail<Kind>> {
  /** What the source has confirmed, or why nothing was written. Rejects with an AbortError where it was called off. */
  readonly answer: Promise<GapOutcome>;
  /** Whose gaps are written; null: those of the provider. */
  readonly destination: GapDestination | null;
  #settle: (answer: Promise<GapOutcome>) => void;
  #response: Promise<unknown> | null = null;
  #isTaken = false;
  #isOver = false;

  constructor(
    kind: Kind,
    command: GapCommands[Kind],
    {
      key = newIdempotencyKey(),
      destination = null,
    }: { readonly key?: string; readonly destination?: GapDestination | null } = {},
  ) {
    const detail = { ...command, idempotencyKey: key };
    super(`gap-${kind}-request`, { detail, bubbles: true, composed: true, cancelable: true });
    this.destination = destination;
    let settle: (answer: Promise<GapOutcome>) => void;
    this.answer = new Promise((resolve) => (settle = resolve));
    this.answer.catch(() => undefined); // Nobody has to listen.
    this.#settle = settle!;
  }

  /** What a host answers by itself; null: nothing. From here on none can any more. */
  closeResponse(): Promise<unknown> | null {
    this.#isOver = true;
    return this.#response;
  }

  /**
   * Carries the request out instead of the provider. The promise is waited for as the adapter's would be.
   * To be called while the event is on its way.
   * @throws {DOMException} `InvalidStateError` where somebody does so already, or it is too late
   */
  respondWith(answer: PromiseLike<unknown> | object): void {
    if (this.#response !== null || this.#isOver) {
      throw new DOMException(`${this.type}: it is carried out already.`, 'InvalidStateError');
    }
    this.#response = Promise.resolve(answer);
    this.#response.catch(() => undefined);
    this.preventDefault();
  }

  /** For whoever is going to carry it out, or to call it off: true for the first. */
  take(): boolean {
    const isFirst = !this.#isTaken;
    this.#isTaken = true;
    return isFirst;
  }

  /** For who has taken it: the checked outcome. */
  settle(answer: Promise<GapOutcome>): void {
    this.#settle(answer);
  }
}

/** Whether an event is such a request, of whichever copy of the kit. A script may send a plain event instead. */
export function isGapRequest(event: Event): event is GapRequest {
  const { take, settle } = event as Partial<Record<'take' | 'settle', unknown>>;
  return typeof take === 'function' && typeof settle === 'function';
}
