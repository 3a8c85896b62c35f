import { AdapterError } from '../../errors.js';
import type { RequestContext } from '../adapter.js';
import { Backoff, pause } from '../backoff.js';
import { ignore } from '../bytes.js';
import { tellAll } from '../tell-all.js';
import { parseJson, type Answer } from './answer.js';
import { eventNames } from './event-stream.js';
import type { RestClient } from './rest-client.js';

/** How patiently a server is asked for its changes. */
export interface ChangePauses {
  /** Between two questions where no stream can be had, ms. */
  readonly pollMs: number;
  /** Before a stream that ended is asked for again, ms. */
  readonly reconnectMs: number;
  /** How long a server may give no sign, at the least, ms: the contract asks for one every 20 seconds. */
  readonly silentMs: number;
}

const usualPauses: ChangePauses = { pollMs: 30_000, reconnectMs: 1_000, silentMs: 30_000 };
const streamType = 'text/event-stream';
/** Questions for the version after a stream that stayed silent, before one is tried again. */
const POLLS_AFTER_SILENCE = 20;

/** What a server tells of changes, once for all who listen: browsers open few connections to one server. */
export class ChangeStream {
  readonly #listeners = new Set<() => void>();
  #running: AbortController | null = null;

  constructor(
    private readonly client: RestClient,
    private readonly pauses = usualPauses,
  ) {}

  /** Calls `changed` until the function handed back is called, or the context's signal is aborted. */
  listen(changed: () => void, { signal, locale, timeZone }: RequestContext): () => void {
    // An own one each time: the same function may listen twice.
    const listener = (): void => changed();
    const leave = (): void => {
      signal.removeEventListener('abort', leave);
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#running?.abort();
      this.#running = null;
    };
    if (signal.aborted) return leave;
    signal.addEventListener('abort', leave, { once: true });
    this.#listeners.add(listener);
    if (this.#running === null) {
      this.#running = new AbortController();
      void this.#run({ signal: this.#running.signal, locale, timeZone });
    }
    return leave;
  }

  /** Goes on until nobody listens, or the server leaves this part of the contract out: it is asked for changes now and then all the same. */
  async #run(asker: Pick<RequestContext, 'signal' | 'locale' | 'timeZone'>): Promise<void> {
    const backoff = new Backoff({
      attempts: Infinity,
      firstPauseMs: this.pauses.reconnectMs,
      longestPauseMs: 5 * 60_000,
    });
    let pollsBeforeStream = 0;
    let version: string | null = null;
    let isFirst = true;
    while (!asker.signal.aborted) {
      let isStreaming = false;
      try {
        const accept = pollsBeforeStream > 0 ? 'application/json' : `${streamType}, application/json;q=0.5`;
        const call = { path: 'changes', accept, leastTimeoutMs: this.pauses.silentMs };
        const answer = await this.client.open(call, asker);
        isStreaming = answer.type === streamType;
        if (isStreaming) {
          if (!isFirst) tellAll(this.#listeners); // Something may have changed while nothing was heard.
          isFirst = false;
          await this.#follow(answer, backoff);
        } else {
          const now = await versionIn(answer);
          if (version !== null ? now !== version : !isFirst) tellAll(this.#listeners);
          [version, isFirst] = [now, false];
          pollsBeforeStream -= 1;
          backoff.reset();
          await pause(this.pauses.pollMs, asker.signal);
        }
      } catch (error) {
        isFirst = false;
        const { code } = AdapterError.from(error);
        // A stream that stays silent is held up by something on its way.
        if (isStreaming && code === 'timeout') pollsBeforeStream = POLLS_AFTER_SILENCE;
        const goesOn = await backoff.after(error, asker.signal).then(
          () => true,
          () => false,
        );
        if (goesOn) continue;
        if (code === 'unsupported') return;
        // Such as a viewer who has to sign in again: most of all then there is news.
        await pause(10 * this.pauses.pollMs, asker.signal).catch(ignore);
      }
    }
  }

  /**
   * Tells of what is heard until it ends. One that ends at once, again and again, is asked for less and less often.
   * @throws {AdapterError} why it ended
   */
  async #follow(answer: Answer, backoff: Backoff): Promise<never> {
    const openedAt = performance.now();
    try {
      for await (const name of eventNames(answer.stream())) {
        backoff.reset();
        if (name === 'change') tellAll(this.#listeners);
      }
    } finally {
      if (performance.now() - openedAt > this.pauses.pollMs) backoff.reset();
    }
    throw new AdapterError('unavailable', `${answer.label}: the stream of changes ended.`);
  }
}

/** What else a server says beside its version, such as the time, is no change. */
async function versionIn(answer: Answer): Promise<string> {
  if (answer.type !== 'application/json') throw answer.unexpectedType(`${streamType} or application/json`);
  const told = parseJson(await answer.bytes(64 * 1024), answer.label);
  return JSON.stringify((Object(told) as { readonly version?: unknown }).version ?? told);
}
