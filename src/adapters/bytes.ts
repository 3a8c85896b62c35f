/** Bytes as they come in, piece by piece. `return()` closes what they come from. */
export type ByteStream = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

/** The bytes `parts` hold together, in a buffer of their own. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Views of `bytes`, each `size` long but for the last. */
export function* slicesOf(bytes: Uint8Array<ArrayBuffer>, size: number): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What {@link readAhead} saw, and a stream whose first piece it is. */
export interface AheadOfBytes {
  readonly head: Uint8Array;
  readonly whole: ByteStream;
  /** The stream failed before there was enough; `whole` tells with what. */
  readonly isBroken: boolean;
}

/**
 * Reads until `enough` says so, or the stream ends. A stream that fails meanwhile fails again in `whole`, after its head,
 * so that nothing read is lost.
 */
export async function readAhead(stream: ByteStream, enough: (head: Uint8Array) => boolean): Promise<AheadOfBytes> {
  let head = new Uint8Array(0);
  let failure: { readonly error: unknown } | undefined;
  try {
    while (!enough(head)) {
      const next = await stream.next();
      if (next.done) break;
      head = joinBytes([head, next.value]);
    }
  } catch (error) {
    failure = { error };
  }
  return { head, whole: continued(head, stream, failure), isBroken: failure !== undefined };
}

async function* continued(
  head: Uint8Array<ArrayBuffer>,
  stream: ByteStream,
  failure: { readonly error: unknown } | undefined,
): ByteStream {
  try {
    if (head.length > 0) yield head;
    if (failure) throw failure.error;
    yield* stream;
  } finally {
    await stream.return();
  }
}

/**
 * The bytes of a web stream. An abort stops it and is thrown as the signal's reason; any other failure is thrown as
 * `explain` words it. However it ends, the stream is cancelled and its lock released.
 */
export async function* readBytes(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
  explain: (error: unknown) => Error,
): ByteStream {
  const reader = stream.getReader();
  const stop = (): void => void reader.cancel(signal.reason).catch(ignore);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const next = await reader.read();
      signal.throwIfAborted();
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw explain(error);
  } finally {
    signal.removeEventListener('abort', stop);
    void reader.cancel().catch(ignore);
    reader.releaseLock();
  }
}

/** For promises whose failure is told elsewhere: without a handler it would count as unhandled. */
export function ignore(): void {}
