import { AdapterError } from '../../errors.js';
import { unlessAborted } from '../../time/unless-aborted.js';

/** A signal that also aborts when a server has given no sign for so long. */
export class Patience {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param outer whoever waits for the answer; null: nobody by himself
   * @param ms without a sign at the most
   * @param over what is thrown then
   */
  constructor(
    private readonly outer: AbortSignal | null,
    private readonly ms: number,
    private readonly over: () => AdapterError,
  ) {
    if (outer?.aborted) this.#stop();
    else outer?.addEventListener('abort', this.#stop, { once: true });
    this.renew();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The server gave a sign. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(this.over()), this.ms);
  }

  /** It is not the server that is waited for. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  /** The answer is there, or nobody waits any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.outer?.removeEventListener('abort', this.#stop);
  }

  readonly #stop = (): void => this.#controller.abort(this.outer?.reason);
}

/** What a function of the host comes to, waited for as long as a server would be: it may never settle. */
export async function patiently<Value>(
  work: Value | PromiseLike<Value>,
  outer: AbortSignal | null,
  ms: number,
  name: string,
): Promise<Value> {
  const over = (): AdapterError =>
    new AdapterError('timeout', `${name} of restAdapter did not answer for ${ms / 1000} s. Try again.`);
  const patience = new Patience(outer, ms, over);
  try {
    return await unlessAborted(work, patience.signal);
  } finally {
    patience.end();
  }
}
