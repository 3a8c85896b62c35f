import type { PerformanceAdapter } from '../../src/adapters/adapter.js';

/** A stream says at least this often that it is there. */
const SIGN_MS = 15_000;

/** Tells whoever listens that data moved. */
export type ChangeTeller = ReturnType<typeof changeTeller>;

/** Tells of what is written here, and of what the adapter tells. */
export function changeTeller(adapter: PerformanceAdapter) {
  const start = Date.now();
  let changes = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    changes += 1;
    for (const listener of [...listeners]) listener();
  };
  adapter.subscribe?.(tell, { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' });

  /** Changes as server-sent events, until the signal is aborted. */
  function stream(signal: AbortSignal): Response {
    let end = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string): void => controller.enqueue(new TextEncoder().encode(text));
        const hear = (): void => send('event: change\ndata: {}\n\n');
        const timer = setInterval(() => send(':\n\n'), SIGN_MS);
        listeners.add(hear);
        end = () => {
          clearInterval(timer);
          listeners.delete(hear);
        };
        signal.addEventListener('abort', () => end(), { once: true });
        send(':\n\n');
      },
      cancel: () => end(),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  /** Another one after each change, and after each start of the server. */
  const version = (): string => `${start}-${changes}`;
  return { version, tell, stream };
}
