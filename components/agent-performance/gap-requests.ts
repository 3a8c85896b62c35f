import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isAbort } from '../../src/errors.js';
import { newIdempotencyKey } from '../../src/adapters/idempotency-key.js';
import type { GapOutcome } from '../../src/gaps/commands.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';
import { GapRequest, isGapRequest, type GapCommands, type GapDestination } from './gap-request.js';

const KINDS = ['resolve', 'dismiss', 'restore'] as const;
const DONE = { resolve: 'gap-resolved', dismiss: 'gap-dismissed', restore: 'gap-restored' } as const;

/** Detail of `gap-error`. */
export interface GapErrorDetail {
  readonly kind: GapWriteKind;
  /** A PermissionError, DataError or AdapterError. */
  readonly error: unknown;
}

/** Listens for the requests of a page and carries them out, unless somebody on their way prevents that. */
export class GapRequests implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #destination: () => GapDestination | null;

  constructor(host: ReactiveControllerHost & HTMLElement, destination: () => GapDestination | null) {
    this.#host = host;
    this.#destination = destination;
    host.addController(this);
  }

  hostConnected(): void {
    for (const kind of KINDS) this.#host.addEventListener(`gap-${kind}-request`, this.#onRequest);
  }

  hostDisconnected(): void {
    for (const kind of KINDS) this.#host.removeEventListener(`gap-${kind}-request`, this.#onRequest);
  }

  readonly #onRequest = (event: CustomEvent<unknown>): void => {
    if (isGapRequest(event) ? !event.take() : !this.#isNearest(event)) return; // A page inside this one does it.
    const kind = KINDS.find((name) => event.type === `gap-${name}-request`)!;
    carryOutLater(kind, event, event.composedPath()[0] ?? this.#host, this.#destination).catch((error: unknown) => {
      if (isAbort(error)) return;
      const detail: GapErrorDetail = { kind, error };
      this.#host.dispatchEvent(new CustomEvent('gap-error', { detail }));
    });
  };

  #isNearest(event: Event): boolean {
    const tag = this.#host.localName;
    const nearest = event.composedPath().find((target) => target instanceof Element && target.localName === tag);
    return nearest === this.#host;
  }
}

/**
 * Asks for a write from an element, so that a host on the way can call it off or do it by itself. Where the element stands
 * in no provider, its own source is asked.
 * @returns what the source has confirmed; rejects like {@link GapRequest.answer}
 */
export function requestGap<Kind extends GapWriteKind>(
  host: HTMLElement,
  kind: Kind,
  command: GapCommands[Kind],
  { key, ...destination }: GapDestination & { readonly key: string },
): Promise<GapOutcome> {
  const request = new GapRequest(kind, command, { key, destination });
  host.dispatchEvent(request);
  if (request.take()) carryOutLater(kind, request, host, () => destination).catch(() => undefined);
  return request.answer;
}

/** What a host has answered by itself, or what the source says. The success is told where the write was asked for. */
async function carryOutLater(
  kind: GapWriteKind,
  event: CustomEvent<unknown>,
  origin: EventTarget,
  destinationNow: () => GapDestination | null,
): Promise<GapOutcome> {
  const request = isGapRequest(event) ? event : null;
  const answer = Promise.resolve().then(() => {
    // Only now: listeners farther out had their say first.
    const host = request?.closeResponse() ?? null;
    const destination = request?.destination ?? destinationNow();
    if (destination === null || (host === null && event.defaultPrevented)) {
      throw new DOMException(`${event.type} was called off.`, 'AbortError');
    }
    const { work, viewer } = destination;
    const key = keyOf(event.detail);
    return host === null ? work.write(kind, event.detail, key, viewer) : work.hostWrites(kind, event.detail, key, host);
  });
  request?.settle(answer);
  const detail = await answer;
  origin.dispatchEvent(new CustomEvent(DONE[kind], { detail, bubbles: true, composed: true }));
  return detail;
}

function keyOf(detail: unknown): string {
  const key = (Object(detail) as { readonly idempotencyKey?: unknown }).idempotencyKey;
  return typeof key === 'string' && key !== '' ? key : newIdempotencyKey();
}

declare global {
  interface HTMLElementEventMap {
    'gap-resolve-request': CustomEvent<unknown>;
    'gap-dismiss-request': CustomEvent<unknown>;
    'gap-restore-request': CustomEvent<unknown>;
    'gap-resolved': CustomEvent<GapOutcome>;
    'gap-dismissed': CustomEvent<GapOutcome>;
    'gap-restored': CustomEvent<GapOutcome>;
    'gap-error': CustomEvent<GapErrorDetail>;
  }
}
