import { AdapterError, type AdapterErrorCode } from '../errors.js';

const CODES: Readonly<Record<number, AdapterErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
  501: 'unsupported',
  504: 'timeout',
};

const WAYS_OUT: Readonly<Partial<Record<AdapterErrorCode, string>>> = {
  unauthenticated: 'Sign in and try again.',
  forbidden: 'Ask for the right to read it.',
  'not-found': 'Check the address.',
  conflict: 'Load it again.',
  'too-large': 'Ask for less at once, or split a file.',
  'rate-limited': 'Wait before trying again.',
  timeout: 'Try again.',
  unavailable: 'Try again later.',
  unsupported: 'This server has no answer to it.',
};

/** What an answer says of its failure beyond its status. */
export interface ToldFailure {
  /** Goes before what the status stands for. */
  readonly code?: AdapterErrorCode;
  /** What is wrong and the way out, in the server's words and for the viewer. */
  readonly detail?: string;
}

/** What an HTTP answer that is not `ok` means, with the wait that `Retry-After` asks for. `label` names what was asked for. */
export function httpError(response: Response, label: string, told: ToldFailure = {}): AdapterError {
  const { status, statusText } = response;
  const code = told.code ?? CODES[status] ?? (status >= 500 ? 'unavailable' : 'unknown');
  const where = `${label}: the server answered ${`${status} ${statusText}`.trim()}.`;
  const message = told.detail ?? `${where} ${WAYS_OUT[code] ?? "The server's log says why."}`;
  const retryAfterMs = retryAfter(response.headers);
  return new AdapterError(code, message, {
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(told.detail === undefined ? {} : { cause: new Error(where) }),
  });
}

/** Why no answer came at all. */
export function unreachable(error: unknown, label: string): AdapterError {
  // Servers have no navigator, and some that have one do not tell onLine.
  if (globalThis.navigator?.onLine === false) {
    return new AdapterError('offline', `${label}: there is no connection. Connect and try again.`, { cause: error });
  }
  const message = `${label}: the server could not be reached, or broke off. Try again; if it stays so, check the address and that the server allows this page to read it.`;
  return new AdapterError('unavailable', message, { cause: error });
}

function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Both instants of the server's clock where it can be read, so that a wrong one on this side does no harm.
  const date = Date.parse(headers.get('date') ?? '');
  const isKnown = !Number.isNaN(date);
  const waitMs = Date.parse(text) - (isKnown ? date : Date.now());
  if (waitMs > 0) return waitMs;
  return isKnown && !Number.isNaN(waitMs) ? 0 : undefined; // What is past by this side's clock alone says nothing.
}
