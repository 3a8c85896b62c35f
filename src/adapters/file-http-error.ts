import { AdapterError, type AdapterErrorCode } from '../errors.js';

const CODES: Readonly<Record<number, AdapterErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
  504: 'timeout',
};

const WAYS_OUT: Readonly<Partial<Record<AdapterErrorCode, string>>> = {
  unauthenticated: 'Sign in and try again.',
  forbidden: 'Ask for the right to read it.',
  'not-found': 'Check the address.',
  conflict: 'Load it again.',
  'too-large': 'Split it into smaller files.',
  'rate-limited': 'Wait before trying again.',
  timeout: 'Try again.',
  unavailable: 'Try again later.',
};

/** What an HTTP answer that is not `ok` means, with the wait that `Retry-After` asks for. `label` names what was asked for. */
export function httpError(response: Response, label: string): AdapterError {
  const { status, statusText } = response;
  const code = CODES[status] ?? (status >= 500 ? 'unavailable' : 'unknown');
  const wayOut = WAYS_OUT[code] ?? "The server's log says why.";
  const retryAfterMs = retryAfter(response.headers);
  return new AdapterError(
    code,
    `${label}: the server answered ${`${status} ${statusText}`.trim()}. ${wayOut}`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
}

function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Both instants are of the server's clock, so that a wrong one on this side does no harm.
  const waitMs = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}
