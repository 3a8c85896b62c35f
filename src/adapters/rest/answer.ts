import { AdapterError, adapterErrorCodes, type AdapterErrorCode } from '../../errors.js';
import { ignore, joinBytes, readBytes, type ByteStream } from '../bytes.js';
import { httpError, unreachable, type ToldFailure } from '../http-error.js';
import type { Patience } from './patience.js';

/** An answer is read up to here, and what a server says of a failure: in bytes, its detail in characters. */
const MOST = { body: 256 * 1024 * 1024, problem: 64 * 1024, detail: 1_000 } as const;

/** One answer of a server whose body has not been read. */
export class Answer {
  constructor(
    readonly response: Response,
    /** How errors call it: `GET /api/performance/access`. */
    readonly label: string,
    private readonly patience: Patience,
  ) {}

  /** Media type without parameters, in lower case; empty where there is none. */
  get type(): string {
    return (this.response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  }

  /**
   * @throws {AdapterError} `timeout` where no further byte comes for long, `offline`, `unavailable`
   * @throws the signal's reason when aborted
   */
  async *stream(): ByteStream {
    const { body } = this.response;
    const { patience, label } = this;
    try {
      if (body === null) return;
      for await (const piece of readBytes(body, patience.signal, (error) => unreachable(error, label))) {
        patience.rest(); // Whoever reads may take long with it.
        yield piece;
        patience.renew();
      }
    } finally {
      patience.end();
    }
  }

  async bytes(most: number = MOST.body): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of this.stream()) {
      length += part.length;
      if (length > most) throw new AdapterError('too-large', `${this.label}: the answer is longer than ${most} bytes.`);
      parts.push(part);
    }
    return joinBytes(parts);
  }

  /** Nobody wants the body. */
  letGo(): void {
    this.patience.end();
    void this.response.body?.cancel().catch(ignore);
  }

  /** @throws {AdapterError} `invalid-payload` where the answer is of another type, most often a page to sign in */
  unexpectedType(expected: string): AdapterError {
    this.letGo();
    const message = `${this.label}: expected ${expected}, got ${this.type || 'no content type'}. Check that the address is that of the contract, and that no page to sign in answers for it.`;
    return new AdapterError('invalid-payload', message);
  }

  /** Why there is no answer: by the code of its problem, else by its status. */
  async failure(): Promise<AdapterError> {
    const { response, label } = this;
    if (isRedirect(response)) {
      this.letGo();
      const message = `${label}: the server sent the request on to another address, most often to sign in. Sign in and try again, or give the final address as baseUrl.`;
      return new AdapterError('unauthenticated', message);
    }
    const error = httpError(response, label, await this.#problem());
    // What a server refuses without a name it knows, such as 422, it refuses the next time too; it may say when not.
    const isRefused = response.status < 500 && error.code === 'unknown' && error.retryAfterMs === undefined;
    return isRefused ? new AdapterError('unknown', error.message, { retryable: false, cause: error.cause }) : error;
  }

  async #problem(): Promise<ToldFailure> {
    if (this.type !== 'application/problem+json') {
      this.letGo();
      return {};
    }
    try {
      const { code, detail } = Object(parseJson(await this.bytes(MOST.problem), this.label)) as Record<string, unknown>;
      return {
        ...(isToldCode(code) ? { code } : {}),
        ...(typeof detail === 'string' && detail.trim() !== '' ? { detail: detail.slice(0, MOST.detail) } : {}),
      };
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      return {}; // Its status says enough.
    }
  }
}

/** Whether there is a connection, only the browser knows: a server that says `offline` means one of its own. */
function isToldCode(code: unknown): code is AdapterErrorCode {
  return code !== 'offline' && adapterErrorCodes.includes(code as AdapterErrorCode);
}

/** A browser shows nothing of a redirect that it was told not to follow, other platforms its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

/** @throws {AdapterError} `invalid-payload` where it is none */
export function parseJson(bytes: Uint8Array, label: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    const message = `${label}: the answer is not the JSON it says it is. Correct it on the server.`;
    throw new AdapterError('invalid-payload', message, { cause });
  }
}
