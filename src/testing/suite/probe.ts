import type { ConversationQuery, PerformanceAdapter, RequestContext } from '../../adapters/adapter.js';
import { newIdempotencyKey } from '../../adapters/idempotency-key.js';
import { parseInstant } from '../../conversation/instant.js';
import type { Instant } from '../../conversation/record.js';
import { adapterErrorCodes, DefinitionError, isAbort, type AdapterErrorCode } from '../../errors.js';
import { AdapterCheckError, fail, NothingToCheck, skip } from './outcome.js';
import { readPages, type WholeAnswer } from './whole-answer.js';

/** How an adapter is checked. */
export interface AdapterSuiteOptions {
  /**
   * Short answers are made, and questions resolved, dismissed and opened again. Default: no, nothing is changed. What is
   * made is taken back where the source can.
   */
  readonly writes?: boolean;
  /** Conversations from here on are looked at; absent: all. A few hundred are enough. */
  readonly since?: Instant;
  /** Conversations up to here are looked at; absent: all. Where new ones come all the time, say until yesterday. */
  readonly until?: Instant;
  /** BCP 47 tag of the page that asks. Default `en`. */
  readonly locale?: string;
  /** IANA zone of the page that asks. Default `UTC`. */
  readonly timeZone?: string;
  /** The present. Default: the clock's. */
  readonly now?: Instant;
  /** How long an answer may take, ms. Default 10,000. */
  readonly patienceMs?: number;
  /** How long is listened for what must not come, ms. Default 100. */
  readonly quietMs?: number;
}

/** One adapter, asked as a page asks it. What several checks need is asked for once. */
export class Probe {
  readonly base: ConversationQuery;
  readonly #answers = new Map<string, Promise<unknown>>();

  /** @throws {DefinitionError} where an option makes no sense */
  constructor(
    readonly adapter: PerformanceAdapter,
    readonly options: AdapterSuiteOptions,
  ) {
    const { since, until } = options;
    const times = { since: readTime('since', since), until: readTime('until', until) };
    this.base = Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined));
  }

  /** Epoch ms. */
  get now(): number {
    return readTime('now', this.options.now) ?? Date.now();
  }

  /** How the page asks; nobody aborts it, unless a signal is given. */
  context(more: Partial<RequestContext> = {}): RequestContext {
    const { locale = 'en', timeZone = 'UTC' } = this.options;
    return { signal: new AbortController().signal, locale, timeZone, ...more };
  }

  /** How a write asks. */
  writing(idempotencyKey = newIdempotencyKey()): RequestContext {
    return this.context({ idempotencyKey });
  }

  /**
   * What an answer comes to; the check fails where none comes, and is left out where the source says `unsupported`.
   * @param label how it is called in messages
   */
  async ask<Answer>(label: string, ask: () => Answer | PromiseLike<Answer>): Promise<Answer> {
    try {
      return await this.inTime(label, ask);
    } catch (error) {
      if (codeOf(error) === 'unsupported') skip(`${label}: the source has no answer to it.`);
      if (isOfSuite(error)) throw error;
      return fail(`${label} failed: ${describeError(error)}.`, error);
    }
  }

  /** The same with what is thrown as it is. */
  async inTime<Answer>(label: string, ask: () => Answer | PromiseLike<Answer>): Promise<Answer> {
    const { patienceMs = 10_000 } = this.options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const message = `${label} has not answered within ${patienceMs} ms. Answer, throw, or give patienceMs a longer time.`;
      timer = setTimeout(() => reject(new AdapterCheckError(message)), patienceMs);
    });
    try {
      return await Promise.race([(async () => ask())(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** What was thrown; null where there was an answer. */
  async failureOf(label: string, ask: () => unknown): Promise<{ readonly error: unknown } | null> {
    try {
      await this.inTime(label, ask);
      return null;
    } catch (error) {
      if (isOfSuite(error)) throw error;
      return { error };
    }
  }

  /** Asked for once, however many checks need it. */
  once<Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(name) ?? ask();
    this.#answers.set(name, known);
    return known as Promise<Answer>;
  }

  /** Every page of the whole answer; where it cannot be read, its own check says why and the others are left out. */
  async whole(): Promise<WholeAnswer> {
    try {
      return await this.readWhole();
    } catch (error) {
      if (error instanceof NothingToCheck) throw error;
      return skip('The pages could not be read: see the check of the pages.');
    }
  }

  /** @throws {AdapterCheckError} why it cannot be read */
  readWhole(): Promise<WholeAnswer> {
    return this.once('whole', () => readPages(this, this.base));
  }
}

function isOfSuite(error: unknown): boolean {
  return error instanceof NothingToCheck || error instanceof AdapterCheckError;
}

function readTime(name: string, value: Instant | undefined): number | undefined {
  const time = value === undefined ? undefined : parseInstant(value);
  if (typeof time !== 'string') return time;
  throw new DefinitionError(`testAdapter: ${name}: ${time}, got ${String(value)}.`);
}

/** The code of an AdapterError, of whichever copy of the kit; null for anything else. */
export function codeOf(error: unknown): AdapterErrorCode | null {
  const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
  return name === 'AdapterError' && adapterErrorCodes.includes(code as AdapterErrorCode)
    ? (code as AdapterErrorCode)
    : null;
}

/** An error in one line, without a full stop. */
export function describeError(error: unknown): string {
  const code = codeOf(error);
  const { name, message } = Object(error) as { readonly name?: unknown; readonly message?: unknown };
  if (typeof message !== 'string') return String(error);
  return `${code ?? (typeof name === 'string' ? name : 'Error')}: ${message.replace(/\.$/, '')}`;
}

/** Fails where something aborted ended by anything but its abort. */
export function mustBeAbort(label: string, error: unknown): void {
  if (isAbort(error)) return;
  fail(
    `${label} was aborted and threw ${describeError(error)}. Let the AbortError through: else it is shown as a failure.`,
    error,
  );
}
