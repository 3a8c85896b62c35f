import { unlessAborted } from '../time/unless-aborted.js';
import { ignore } from './bytes.js';

/** Fetches, and waits no longer than the signal lasts: a host's own fetch may not heed it. A late answer is let go. */
export async function fetchUntil(
  fetchAnswer: typeof fetch,
  address: string | URL,
  request: RequestInit & { readonly signal: AbortSignal },
): Promise<Response> {
  const { signal } = request;
  const answer = fetchAnswer(address, request);
  answer.then((late) => (signal.aborted ? late.body?.cancel() : undefined)).catch(ignore);
  return unlessAborted(answer, signal);
}
