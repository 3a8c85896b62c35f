import { AdapterError } from '../../errors.js';
import type { RequestContext } from '../adapter.js';
import { fetchUntil } from '../http-fetch.js';
import { unreachable } from '../http-error.js';
import { Answer, parseJson } from './answer.js';
import { Patience, patiently } from './patience.js';
import type { TokenSource } from './token-source.js';

/** Answers kept to be asked for by their ETag. */
const KEPT = 50;

/** One question of the contract. */
export interface RestCall {
  /** Below the base address. */
  readonly path: string;
  /** What is undefined or empty is not said. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Makes it a POST. */
  readonly body?: unknown;
  /** Media types of the answer. */
  readonly accept?: string;
  /** How long the server may give no sign at the least, ms, whatever `timeoutMs` is. */
  readonly leastTimeoutMs?: number;
}

/** What requests are made of. */
export interface RestSettings {
  readonly baseUrl: URL;
  readonly fetch: typeof fetch;
  readonly headers: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  readonly token: TokenSource | null;
  readonly timeoutMs: number;
}

/** What a request says beyond its call. */
type Asker = Pick<RequestContext, 'signal' | 'locale' | 'timeZone' | 'idempotencyKey'>;

/** Answers by what was asked, with the ETag that asks whether they still hold. */
type KeptAnswers = Map<string, { readonly etag: string; readonly bytes: Uint8Array }>;

/** Asks one server in the words of the contract; each try once, but for a token that was refused. */
export class RestClient {
  #kept: KeptAnswers = new Map();

  constructor(private readonly settings: RestSettings) {}

  /** An answer in JSON. What has not changed since it last came is not sent again. */
  async json(call: RestCall, asker: Asker): Promise<unknown> {
    const key = call.body === undefined ? `${asker.locale} ${asker.timeZone} ${this.#addressOf(call).href}` : null;
    const keptThen = this.#kept;
    const kept = key === null ? undefined : keptThen.get(key);
    const answer = await this.open(call, asker, kept?.etag);
    if (answer.response.status === 304 && kept !== undefined) {
      answer.letGo();
      return parseJson(kept.bytes, answer.label);
    }
    if (answer.type !== 'application/json') throw answer.unexpectedType('application/json');
    const bytes = await answer.bytes();
    const value = parseJson(bytes, answer.label); // What is cut is not kept: its ETag would bring it back for ever.
    if (key !== null) keep(keptThen, key, answer.response.headers.get('etag'), bytes);
    return value;
  }

  /** Keeps nothing that came, nor what is under way: a text in it may be gone at the server. */
  forget(): void {
    this.#kept = new Map();
  }

  /**
   * The head of an answer that is one, or 304 where an ETag was given.
   * @throws {AdapterError} why there is none
   * @throws the signal's reason when aborted
   */
  async open(call: RestCall, asker: Asker, etag?: string): Promise<Answer> {
    const { token: source } = this.settings;
    const token = source === null ? null : await source.current(asker.signal);
    let answer = await this.#ask(call, asker, token, etag);
    if (answer.response.status === 401 && source !== null && token !== null) {
      answer.letGo();
      answer = await this.#ask(call, asker, await source.renewed(token, asker.signal), etag);
    }
    const isAnswer = answer.response.ok || (answer.response.status === 304 && etag !== undefined);
    if (!isAnswer) throw await answer.failure();
    return answer;
  }

  async #ask(call: RestCall, asker: Asker, token: string | null, etag: string | undefined): Promise<Answer> {
    const { fetch: fetchAnswer } = this.settings;
    const timeoutMs = Math.max(this.settings.timeoutMs, call.leastTimeoutMs ?? 0);
    const url = this.#addressOf(call);
    const method = call.body === undefined ? 'GET' : 'POST';
    const label = `${method} ${url.pathname}`;
    const headers = await this.#headersOf(call, asker, token, etag);
    asker.signal.throwIfAborted();
    const patience = new Patience(asker.signal, timeoutMs, () => timeout(label, timeoutMs));
    try {
      const response = await fetchUntil(fetchAnswer, url, {
        method,
        headers,
        signal: patience.signal,
        // A page to sign in must not pass for an answer, nor another site get the headers.
        redirect: 'manual',
        cache: 'no-store',
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      patience.renew();
      return new Answer(response, label, patience);
    } catch (error) {
      patience.end();
      patience.signal.throwIfAborted();
      throw unreachable(error, label);
    }
  }

  async #headersOf(
    call: RestCall,
    { signal, locale, timeZone, idempotencyKey }: Asker,
    token: string | null,
    etag: string | undefined,
  ): Promise<Headers> {
    const { headers: given, timeoutMs } = this.settings;
    const isAsked = typeof given === 'function';
    const headers = new Headers(isAsked ? await patiently(given(), signal, timeoutMs, 'headers()') : given);
    headers.set('Accept', `${call.accept ?? 'application/json'}, application/problem+json`);
    if (isLanguage(locale)) headers.set('Accept-Language', locale);
    if (timeZone !== '') headers.set('Time-Zone', timeZone);
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    if (etag !== undefined) headers.set('If-None-Match', etag);
    if (call.body === undefined) return headers;
    headers.set('Content-Type', 'application/json');
    // No form of another site can send it; see the contract.
    headers.set('X-Requested-With', 'Deskglass');
    if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
    return headers;
  }

  #addressOf({ path, query = {} }: RestCall): URL {
    const url = new URL(path, this.settings.baseUrl);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
    }
    return url;
  }
}

/** A page may say anything to be its language, and a header not carry it. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function keep(answers: KeptAnswers, key: string, etag: string | null, bytes: Uint8Array): void {
  answers.delete(key);
  if (etag === null) return;
  answers.set(key, { etag, bytes });
  if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
}

function timeout(label: string, ms: number): AdapterError {
  return new AdapterError('timeout', `${label}: the server gave no sign for ${ms / 1000} s. Try again.`);
}
