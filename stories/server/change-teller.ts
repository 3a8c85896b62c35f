import type { PerformanceAdapter } from '../../src/adapters/adapter.js';

/** A stream says at least this often that it is there. */
const SIGN_MS = 15_000;

/** Tells of what is written here, and of what the adapter tells. */
export function changeTeller(adapter: PerformanceAdapter) {
  /** Another one after each change, and after each start of the server. */
  let version = Date.now();
  const told = new EventTarget();
  const tell = (): void => {
    version += 1;
    told.dispatchEvent(new Event('change'));
  };
  adapter.subscribe?.(tell, { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' });

  /** Changes as server-sent events, until whoever asked is gone. */
  function stream(asked: AbortSignal): Response {
    const left = new AbortController();
    asked.addEventListener('abort', () => left.abort(), { once: true });
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (text: string): void => controller.enqueue(new TextEncoder().encode(text));
        const timer = setInterval(() => send(':\n\n'), SIGN_MS);
        left.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
        told.addEventListener('change', () => send('event: change\ndata: {}\n\n'), { signal: left.signal });
        send(':\n\n');
      },
      cancel: () => left.abort(),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  return { version: () => String(version), tell, stream };
}
