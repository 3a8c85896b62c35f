import { AdapterError, DataError, isAbort } from '../errors.js';

/**
 * Why an adapter did not answer, whatever it threw. Not for aborts of one's own, which are no failure: an AbortError that
 * comes here is the adapter's, most often a time limit that it set itself.
 */
export function failureOf(error: unknown): AdapterError {
  try {
    if (error instanceof DataError) return new AdapterError('invalid-payload', error.message, { cause: error });
    if (isAbort(error)) {
      return new AdapterError('timeout', 'The adapter broke off its own answer. Try again.', { cause: error });
    }
    if ((Object(error) as { name?: unknown }).name === 'TimeoutError') {
      return new AdapterError('timeout', 'The adapter’s time limit was over. Try again.', { cause: error });
    }
    return AdapterError.from(error);
  } catch {
    const message = 'The adapter failed with something that cannot be read. Throw an AdapterError in your adapter.';
    return new AdapterError('unknown', message, { cause: error });
  }
}
