import { waitUntil as wait } from '@open-wc/testing';

/** Long enough for a busy machine; what comes is waited for no longer than it takes. */
const MOST_MS = 8_000;

/**
 * Waits until a condition holds.
 * @throws with the message where it does not in time
 */
export function waitUntil(
  condition: () => unknown | Promise<unknown>,
  message?: string,
  { timeout = MOST_MS }: { readonly timeout?: number } = {},
): Promise<void> {
  return wait(condition, message, { timeout });
}
