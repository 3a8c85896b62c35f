import type { AdapterError } from '../errors.js';

let listener: ((error: AdapterError) => void) | null = null;

/** Who is told of every question and write to a source that failed, once each. null: nobody. */
export function useFailureListener(tell: ((error: AdapterError) => void) | null): void {
  listener = tell;
}

/** Tells of a failure. What the listener throws is its own and holds nothing up. */
export function tellFailure(error: AdapterError): void {
  // An absent function is an absent capability and no failure.
  if (listener === null || error.code === 'unsupported') return;
  const tell = listener;
  queueMicrotask(() => tell(error));
}
