import type { Delivery } from '../store/delivery.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { trustedWorkerUrl } from './worker-url.js';
import type { LoadReply, LoadRequest } from './worker-messages.js';

/** What a worker is to the page; a `Worker`, or a stand-in in a test. */
export interface WorkerLike {
  postMessage(request: LoadRequest, options: { readonly transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<LoadReply>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

/** Starts a worker; throws where the page does not let it. */
export type StartWorker = () => WorkerLike;

/** Starts the kit's own. */
export const startWorker: StartWorker = () =>
  new Worker(trustedWorkerUrl(), { type: 'module', name: 'deskglass' }) as unknown as WorkerLike;

/** Calls back once, after so many milliseconds. Hands back the way to call it off. */
export type After = (delayMs: number, call: () => void) => () => void;

/** A worker that gives no answer for so long is dead: one that was closed from outside says nothing. */
const SILENCE_MS = 30_000;

/** What came of some lines. */
export interface WorkerAnswer {
  readonly records: number;
  readonly nextLine: number;
  readonly delivery: Delivery | null;
}

/** A worker at work for one load. It may never come up, and may die: then it answers nothing any more. */
export class LoadingWorker {
  #state: 'starting' | 'ready' | 'dead' = 'starting';
  readonly #worker: WorkerLike;
  /** Those who wait for an answer, in the order they asked. */
  readonly #waiting: { resolve(answer: WorkerAnswer): void; reject(reason: unknown): void }[] = [];

  /** @param died called once, when it cannot be asked any more */
  constructor(
    start: StartWorker,
    private readonly after: After,
    private readonly died: (wasReady: boolean) => void,
  ) {
    this.#worker = start();
    this.#worker.addEventListener('message', ({ data }) => this.#hear(data));
    for (const type of ['error', 'messageerror'] as const)
      this.#worker.addEventListener(type, (event) => {
        event.preventDefault(); // The lines are read on the page instead: nobody has to hear of it.
        this.#die();
      });
  }

  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** @param now the clock that conversations are judged at, epoch ms */
  start(now: number, rules: OutcomeRules): void {
    this.#worker.postMessage({ kind: 'start', now, rules }, { transfer: [] });
  }

  /**
   * Asks for what some requests bring.
   * @throws where the worker dies before it has answered
   */
  ask(request: Exclude<LoadRequest, { kind: 'start' }>): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#state !== 'ready') {
        reject(new Error('the loading worker is not there'));
        return;
      }
      const heard = this.after(SILENCE_MS, () => this.#die());
      this.#waiting.push({
        resolve(answer) {
          heard();
          resolve(answer);
        },
        reject(reason) {
          heard();
          reject(reason);
        },
      });
      this.#worker.postMessage(request, { transfer: request.kind === 'lines' ? [request.ndjson.buffer] : [] });
    });
  }

  /** Nothing is waited for any more. */
  end(): void {
    if (this.#state === 'dead') return;
    this.#state = 'dead';
    this.#worker.terminate();
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the load has ended'));
  }

  #hear(reply: LoadReply): void {
    if (this.#state === 'dead') return;
    if (reply.kind === 'ready') this.#state = 'ready';
    else this.#waiting.shift()?.resolve(reply);
  }

  #die(): void {
    if (this.#state === 'dead') return;
    const wasReady = this.isReady;
    this.end();
    this.died(wasReady);
  }
}
