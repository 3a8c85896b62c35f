/** Base of every error the kit throws: `message` says what, where, which value and the way out. */
abstract class DeskglassError extends Error {
  abstract override readonly name: string;
}

/** What was refused at the door: a record's id where it has one, the field, a short text of the value, and the reason with the way out. */
export interface Refusal {
  /** The record's id; absent where the record has none that can be read. */
  readonly id?: string;
  /** Path of the field inside the record, for example `events[3].at`; empty for the record itself. */
  readonly field: string;
  /** The refused value as short text, cut at 80 characters. */
  readonly value: string;
  /** What was expected, what came, and the way out, in one sentence each. */
  readonly message: string;
}

/** A record or an answer from an adapter is not what the contract says. Nothing of it was used. */
export class DataError extends DeskglassError implements Refusal {
  override readonly name = 'DataError';
  declare readonly id?: string;
  /** Of what was refused, by `fingerprintOf`: set by a loader that cannot hand over the content itself. */
  declare readonly fingerprint?: number;
  readonly field: string;
  readonly value: string;

  constructor(refusal: Refusal & { readonly fingerprint?: number }) {
    super(refusal.message);
    if (refusal.id !== undefined) this.id = refusal.id;
    if (refusal.fingerprint !== undefined) this.fingerprint = refusal.fingerprint;
    this.field = refusal.field;
    this.value = refusal.value;
  }
}

/** Whether a value is a DataError. A revoked proxy, which throws when it is asked what it is, is none. */
export function isDataError(value: unknown): value is DataError {
  try {
    return value instanceof DataError;
  } catch {
    return false;
  }
}

/** Why an adapter could not answer. `unknown` is anything that is not one of the others. */
export const adapterErrorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'rate-limited',
  'too-large',
  'timeout',
  'offline',
  'unavailable',
  'conflict',
  'unsupported',
  'invalid-payload',
  'unknown',
] as const;

/** One of {@link adapterErrorCodes}. */
export type AdapterErrorCode = (typeof adapterErrorCodes)[number];

/** Further facts of an {@link AdapterError}. */
export interface AdapterErrorOptions {
  /** Whether the same question may succeed later. Default: true for `rate-limited`, `timeout`, `offline`, `unavailable` and `unknown`. */
  readonly retryable?: boolean;
  /** Milliseconds to wait before asking again; absent when the source did not say. */
  readonly retryAfterMs?: number;
  /** What went wrong underneath; kept for the console, never shown. */
  readonly cause?: unknown;
}

const RETRYABLE: ReadonlySet<AdapterErrorCode> = new Set([
  'rate-limited',
  'timeout',
  'offline',
  'unavailable',
  'unknown',
]);

/** An adapter could not answer. An abort is never an AdapterError. */
export class AdapterError extends DeskglassError {
  override readonly name = 'AdapterError';
  readonly code: AdapterErrorCode;
  readonly retryable: boolean;
  declare readonly retryAfterMs?: number;

  constructor(code: AdapterErrorCode, message: string, options: AdapterErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryable = options.retryable ?? RETRYABLE.has(code);
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }

  /** Any thrown value as an AdapterError; one of this copy of the kit is handed back as it is. */
  static from(error: unknown): AdapterError {
    if (error instanceof AdapterError) return error;
    const { name, code, message, retryable, retryAfterMs } = Object(error) as Partial<Record<string, unknown>>;
    const text = typeof message === 'string' ? message : String(error);
    // By its name and not by its class: an adapter may come with a copy of the kit of its own.
    if (name !== 'AdapterError' || !adapterErrorCodes.includes(code as AdapterErrorCode)) {
      return new AdapterError('unknown', `The adapter failed: ${text}`, { cause: error });
    }
    return new AdapterError(code as AdapterErrorCode, text, {
      cause: error,
      ...(typeof retryable === 'boolean' ? { retryable } : {}),
      ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
    });
  }
}

/** A write was asked for that the viewer has no right to. */
export class PermissionError extends DeskglassError {
  override readonly name = 'PermissionError';
}

/** Whether a write was refused for want of a right, by whichever copy of the kit. */
export function isPermissionError(value: unknown): value is PermissionError {
  try {
    return (Object(value) as { name?: unknown }).name === 'PermissionError';
  } catch {
    return false; // A revoked proxy, which throws when it is asked.
  }
}

/** A question that makes no sense: an unknown report, zone, measure or range. `message` names the value and what is allowed. */
export class DefinitionError extends DeskglassError {
  override readonly name = 'DefinitionError';
}

/** True for the error that an aborted operation rejects with. An abort is never shown as a failure. */
export function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'AbortError';
}
