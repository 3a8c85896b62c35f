import { AdapterError } from '../../errors.js';
import { unlessAborted } from '../../time/unless-aborted.js';
import { patiently } from './patience.js';

/** What a token is asked with. */
export interface TokenRequest {
  /** The server has refused the last one: a kept one is of no use. */
  readonly fresh: boolean;
}

/** Hands over a bearer token. An {@link AdapterError} that it throws is passed on, anything else is `unauthenticated`. */
export type GetToken = (request: TokenRequest) => string | Promise<string>;

/** The token all requests carry: one question for whoever waits for it, and a new one when it was refused. */
export class TokenSource {
  #flight: Promise<string> | null = null;
  /** What the flight has brought; null: it is under way, or failed. */
  #held: string | null = null;

  /** @param timeoutMs how long `getToken` may take */
  constructor(
    private readonly getToken: GetToken,
    private readonly timeoutMs: number,
  ) {}

  /** @throws the signal's reason when aborted, while others go on waiting */
  current(signal: AbortSignal): Promise<string> {
    this.#flight ??= this.#fetch(false);
    return unlessAborted(this.#flight, signal);
  }

  /** The one that takes the refused one's place; whoever was refused with the same gets the same. */
  renewed(refused: string, signal: AbortSignal): Promise<string> {
    if (this.#held === refused) this.#flight = this.#fetch(true);
    return this.current(signal);
  }

  async #fetch(fresh: boolean): Promise<string> {
    this.#held = null;
    try {
      const asked = (async () => this.getToken({ fresh }))(); // What it throws at once comes later, too.
      this.#held = checked(await patiently(asked, null, this.timeoutMs, 'getToken()'));
      return this.#held;
    } catch (cause) {
      this.#flight = null; // So that trying again asks again.
      if (cause instanceof AdapterError) throw cause;
      throw new AdapterError('unauthenticated', 'getToken() of restAdapter failed. Sign in and try again.', { cause });
    }
  }
}

/** Never shown in an error: it is a secret, whatever is wrong with it. */
function checked(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new AdapterError('unauthenticated', 'getToken() of restAdapter handed over no token. Sign in and try again.');
}
