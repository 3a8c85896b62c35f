/**
 * What `work` comes to, or the signal's reason once it is aborted: work that does not listen to a signal holds nobody up.
 * A promise of its own each time: a race against one that lasts would hold every value until the end.
 */
export function unlessAborted<Value>(work: Value | PromiseLike<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    const forget = (): void => signal.removeEventListener('abort', stop);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    void Promise.resolve(work).then(resolve, reject).then(forget);
  });
}
