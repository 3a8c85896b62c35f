import type { WorkerLike } from '../../../src/load/loading-worker.js';
import { serveLoads, type LoadPort } from '../../../src/load/serve-loads.js';
import type { LoadReply, LoadRequest } from '../../../src/load/worker-messages.js';

/** A worker of this process: the same code on the other end of a real channel, so that everything is moved or copied. */
export class WorkerInProcess implements WorkerLike {
  readonly asked: LoadRequest['kind'][] = [];
  isTerminated = false;
  /** Closed from outside: it hears nothing any more, and nobody is told. */
  isSilent = false;
  /** Resolves once its page knows that it is ready, or that it never will be. */
  readonly isUp: Promise<void>;
  #up!: () => void;
  readonly #channel = new MessageChannel();
  readonly #errors: ((event: Event) => void)[] = [];

  /**
   * @param diesAt the number of the request, from 1, that it dies of instead of answering; 0: before it is ready
   * @param clock what it waits for further conversations by; absent: its own
   */
  constructor(
    private readonly diesAt = Infinity,
    clock?: () => number,
  ) {
    this.isUp = new Promise((resolve) => (this.#up = resolve));
    const { port2 } = this.#channel;
    const port: LoadPort = {
      postMessage: (reply, { transfer }) => port2.postMessage(reply, transfer),
      addEventListener: (_, listener) =>
        port2.addEventListener('message', (event: MessageEvent<LoadRequest>) => listener(event)),
    };
    if (diesAt === 0) queueMicrotask(() => this.die());
    else serveLoads(port, clock);
    port2.start();
  }

  postMessage(request: LoadRequest, { transfer }: { readonly transfer: Transferable[] }): void {
    if (request.kind !== 'start') this.asked.push(request.kind);
    if (this.asked.length === this.diesAt) this.die();
    else if (!this.isTerminated && !this.isSilent) this.#channel.port1.postMessage(request, transfer);
  }

  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: never) => void): void {
    if (type === 'error') this.#errors.push(listener as (event: Event) => void);
    if (type !== 'message') return;
    this.#channel.port1.addEventListener('message', (event: MessageEvent<LoadReply>) => {
      listener(event as never);
      this.#up();
    });
    this.#channel.port1.start();
  }

  terminate(): void {
    this.isTerminated = true;
    this.#up();
    this.#channel.port1.close();
    this.#channel.port2.close();
  }

  /** Tells its page of an error that it does not come back from. */
  die(): void {
    for (const listener of this.#errors) listener(new Event('error'));
  }
}
