/** Keeps what is said on the console as a warning from there, until it is stopped. */
export function recordWarnings(): { stop(): readonly string[] } {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...given: readonly unknown[]) => void said.push(given.map(String).join(' '));
  return {
    stop() {
      console.warn = warn;
      return said;
    },
  };
}

/** Keeps every error that was thrown out of something on the page, and takes it from the test runner. */
export function recordStrayErrors(): { stop(): readonly string[] } {
  const stray: string[] = [];
  const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    stray.push(event instanceof ErrorEvent ? event.message : String(event.reason));
  };
  for (const type of ['error', 'unhandledrejection'] as const)
    globalThis.addEventListener(type, onError, { capture: true });
  return {
    stop() {
      for (const type of ['error', 'unhandledrejection'] as const) {
        globalThis.removeEventListener(type, onError, { capture: true });
      }
      return stray;
    },
  };
}
