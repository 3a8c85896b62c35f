import { describeValue } from '../conversation/door.js';
import { AdapterError, DataError, DefinitionError, PermissionError } from '../errors.js';

/** No timer can hold more, ms: it would ring at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How often and how patiently a question is asked again. */
export interface RetryOptions {
  /** Tries of one question in all, the first among them. Default 4. */
  readonly attempts?: number;
  /** Bound of the first pause, ms; each further one doubles it. Pauses are drawn at random below their bound. Default 500. */
  readonly firstPauseMs?: number;
  /**
   * Bound of every pause, ms. A source that asks to wait longer is not asked again: the failure says how long. Default
   * 30,000.
   */
  readonly longestPauseMs?: number;
  /** 0 to 1, as `Math.random`; for tests. */
  readonly random?: () => number;
}

/** @throws {DefinitionError} where an option makes no sense */
export function checkRetry({ attempts = 1, firstPauseMs = 1, longestPauseMs = 0 }: RetryOptions): void {
  const check = (name: keyof RetryOptions, value: number, isSense: boolean, expected: string): void => {
    if (typeof value === 'number' && isSense) return;
    throw new DefinitionError(`retry.${name}: expected ${expected}, got ${describeValue(value)}.`);
  };
  check('attempts', attempts, attempts >= 1, 'a number from 1 up');
  check('firstPauseMs', firstPauseMs, firstPauseMs > 0, 'milliseconds above 0');
  check('longestPauseMs', longestPauseMs, longestPauseMs >= 0, 'milliseconds from 0 up');
}

/**
 * The pauses between the tries of one question: exponential with full jitter, and over at once when the page is online
 * again; as long as `Retry-After` says where the source does.
 */
export class Backoff {
  #failures = 0;

  constructor(private readonly options: RetryOptions = {}) {}

  /** Something came: the next failure is the first one. */
  reset(): void {
    this.#failures = 0;
  }

  /**
   * Waits until the question may be asked again.
   * @throws {unknown} the error itself, where asking again is of no use or has been tried often enough
   * @throws the signal's reason when aborted
   */
  async after(error: unknown, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { attempts = 4 } = this.options;
    this.#failures += 1;
    const pauseMs = this.#failures < attempts ? this.#pauseAfter(error) : null;
    if (pauseMs === null) throw error;
    await pause(pauseMs, signal, { endsOnline: AdapterError.from(error).retryAfterMs === undefined });
  }

  /** null: asking again is of no use. */
  #pauseAfter(error: unknown): number | null {
    const { firstPauseMs = 500, longestPauseMs = 30_000, random = Math.random } = this.options;
    if (error instanceof DataError || error instanceof DefinitionError || error instanceof PermissionError) return null;
    const { retryable, retryAfterMs, code } = AdapterError.from(error);
    if (!retryable || (retryAfterMs ?? 0) > longestPauseMs) return null;
    if (code === 'offline') return longestPauseMs;
    const boundMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (this.#failures - 1));
    return (retryAfterMs ?? 0) + random() * boundMs;
  }
}

/** Asks until there is an answer, or asking again is of no use. */
export async function retrying<Answer>(
  ask: () => Promise<Answer>,
  options: RetryOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const backoff = new Backoff(options);
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      await backoff.after(error, signal);
    }
  }
}

/**
 * Waits so many ms, or until a page that was offline is online again where it `endsOnline`.
 * @throws the signal's reason when aborted
 */
export function pause(ms: number, signal: AbortSignal, { endsOnline = true } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      // Servers have no such event.
      globalThis.removeEventListener?.('online', over);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(over, Math.min(ms, LONGEST_TIMER_MS));
    signal.addEventListener('abort', over);
    if (endsOnline) globalThis.addEventListener?.('online', over);
    if (signal.aborted) over();
  });
}
